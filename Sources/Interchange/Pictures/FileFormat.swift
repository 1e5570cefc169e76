// SPDX-License-Identifier: EUPL-1.2

/// The formats in which people may hand in a file. A file is known by how it begins, never by its name.
public enum FileFormat: String, CaseIterable, Sendable {
    case pdf, png, jpeg, webp

    /// Nil for everything else: SVG, HTML, archives, office documents.
    public init?(of bytes: [UInt8]) {
        let found = Self.allCases.first { format in
            switch format {
            case .pdf: bytes.starts(with: Array("%PDF-".utf8))
            case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
            case .webp:
                bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
            }
        }
        guard let found else { return nil }
        self = found
    }

    /// As it stands in the header `Content-Type`.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        }
    }
}

/// What keeps a picture from being taken in.
public enum PictureFault: Error, Equatable, Sendable {
    /// It is broken, or no picture of the format that it begins like.
    case unreadable
    /// It has more pixels than fit into memory, or more layers than any camera makes.
    case tooLarge
}

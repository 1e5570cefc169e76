// SPDX-License-Identifier: EUPL-1.2

/// The kinds of files that are taken in and given out again.
public enum MediaType: String, Choice {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case webp = "image/webp"

    /// Whether it can be shown on a page, and so needs words for those who do not see it.
    public var isPicture: Bool { self != .pdf }

    /// How the name of such a file ends.
    public var ending: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        case .webp: "webp"
        }
    }
}

/// A file that lies in the database, known by the digest of what is in it.
public struct StoredFile: Equatable, Sendable {
    public let digest: String
    public let mediaType: MediaType
    /// In bytes.
    public let size: Int64
    public let width: Int64?
    public let height: Int64?

    /// The largest file that is taken in, in bytes.
    public static let largest = 10 * 1024 * 1024
    /// How much of a file lies in one row, in bytes.
    static let pieceSize = 256 * 1024
}

/// A file that has come in and been looked at: of a known kind, not empty, not too large, a picture drawn anew.
public struct IncomingFile: Sendable {
    public let name: String
    public let mediaType: MediaType
    public let bytes: [UInt8]
    public let width: Int?
    public let height: Int?

    public static let longestName = 120

    public init(name: String, mediaType: MediaType, bytes: [UInt8], width: Int? = nil, height: Int? = nil) {
        self.name = Self.plain(name)
        self.mediaType = mediaType
        self.bytes = bytes
        self.width = width
        self.height = height
    }

    var digest: String { Digest.make(bytes) }

    /// A name without folders, control characters and marks that turn the direction of writing.
    static func plain(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
        let kept = last.unicodeScalars.filter { scalar in
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        let words = String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace)
        return String(words.joined(separator: " ").prefix(longestName))
    }
}

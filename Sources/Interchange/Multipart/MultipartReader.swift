// SPDX-License-Identifier: EUPL-1.2

/// Takes a form apart that was sent as `multipart/form-data` (RFC 7578): its fields, and the files that were chosen.
public struct MultipartReader: Sendable {
    public let parts: [Part]

    /// One field or file, as it was sent.
    public struct Part: Equatable, Sendable {
        public let name: String
        /// Nil for a field; empty for a file field in which nothing was chosen.
        public let fileName: String?
        public let bytes: [UInt8]
    }

    /// A body that is no such form, or has more parts than any form of ours.
    public struct Fault: Error, Equatable, Sendable {
        public init() {}
    }

    private static let mostParts = 50

    /// - Parameter type: the header `Content-Type`, which names the boundary
    public init(_ body: [UInt8], type: String) throws(Fault) {
        guard let boundary = Self.boundary(in: type) else { throw Fault() }
        let (body, mark) = (body[...], Array("--\(boundary)".utf8))
        var parts: [Part] = []
        guard var start = Self.place(of: mark, in: body, from: 0) else { throw Fault() }
        while true {
            start += mark.count
            if body[start...].starts(with: Array("--".utf8)) { break }
            guard body[start...].starts(with: Self.lineEnd), parts.count < Self.mostParts,
                let end = Self.place(of: Self.lineEnd + mark, in: body, from: start)
            else { throw Fault() }
            parts.append(try Self.part(body[(start + 2)..<max(start + 2, end)]))
            start = end + 2
        }
        self.parts = parts
    }

    /// The text of a field; nil when it was not sent or is no UTF-8.
    public func text(_ name: String) -> String? {
        parts.first { $0.name == name && $0.fileName == nil }.flatMap { String(validating: $0.bytes, as: UTF8.self) }
    }

    /// The file that was chosen in a field.
    public func file(_ name: String) -> Part? {
        parts.first { $0.name == name && !($0.fileName ?? "").isEmpty }
    }

    private static let lineEnd = Array("\r\n".utf8)

    static func boundary(in type: String) -> String? {
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let match = type.firstMatch(of: /boundary=(?:"(?<quoted>[^"]{1,70})"|(?<plain>[^\s;"]{1,70}))/)
        else { return nil }
        return (match.output.quoted ?? match.output.plain).map { String($0) }
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Part {
        let gap = lineEnd + lineEnd
        guard let end = place(of: gap, in: bytes, from: bytes.startIndex) else { throw Fault() }
        let head = try head(bytes[..<end])
        return Part(name: head.name, fileName: head.fileName, bytes: Array(bytes[(end + gap.count)...]))
    }

    static func head(_ bytes: ArraySlice<UInt8>) throws(Fault) -> MultipartStream.Head {
        guard let head = String(validating: bytes, as: UTF8.self), let name = parameter("name", in: head) else {
            throw Fault()
        }
        return MultipartStream.Head(name: name, fileName: parameter("filename", in: head))
    }

    private static func parameter(_ name: String, in head: String) -> String? {
        let lines = head.split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }) else { return nil }
        for parameter in line.split(separator: ";").dropFirst() {
            let halves = parameter.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
            guard halves.count == 2, halves[0].lowercased() == name else { continue }
            return String(halves[1]).replacing("\"", with: "").replacing("%22", with: "\"")
        }
        return nil
    }

    /// The place of a mark, looked for by its first byte so that long files are passed over quickly.
    private static func place(of mark: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard let first = mark.first else { return nil }
        var rest = bytes[start...]
        while let place = rest.firstIndex(of: first) {
            if bytes[place...].starts(with: mark) { return place }
            rest = bytes[(place + 1)...]
        }
        return nil
    }
}

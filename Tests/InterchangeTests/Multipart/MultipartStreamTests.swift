// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Interchange

@Suite struct MultipartStreamTests {
    private static let type = "multipart/form-data; boundary=grenze"

    private static func part(_ head: String, _ text: String) -> String {
        "--grenze\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(text)\r\n"
    }

    private static let body =
        part("name=\"titel\"", "Bänke\r\n--grenz")
        + part("name=\"anhang\"; filename=\"a.pdf\"", "%PDF-1\r\n\r\n--x\r\n")
        + part("name=\"anhang\"; filename=\"\"", "") + "--grenze--\r\n"

    /// The parts, each as its head and all its bytes.
    private static func parts(_ body: String, in pieces: Int) throws -> [String] {
        var stream = try MultipartStream(type: type)
        var parts: [String] = []
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try stream.take(Array(bytes[start..<min(start + pieces, bytes.count)])) { event in
                switch event {
                case .head(let head): parts.append("\(head.name)/\(head.fileName ?? "-"): ")
                case .bytes(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
                case .end: parts[parts.count - 1] += "."
                }
            }
        }
        try stream.finish()
        return parts
    }

    @Test(arguments: [1, 2, 7, 19, 64, 100_000])
    func `in whatever pieces a form comes, it is the same form`(size: Int) throws {
        let parts = try Self.parts(Self.body, in: size)

        // A letter of two bytes may be cut in two; its pieces are put together before they are read.
        #expect(parts.count == 3)
        #expect(size < 10 || parts[0] == "titel/-: Bänke\r\n--grenz.")
        #expect(parts[1] == "anhang/a.pdf: %PDF-1\r\n\r\n--x\r\n.")
        #expect(parts[2] == "anhang/: .")
    }

    @Test(arguments: [
        "", "--grenze", "--grenze\r\n", part("name=\"a\"", "x"), "--grenze\r\n\r\n\r\nx\r\n--grenze--",
        "--grenze\r\nContent-Disposition: form-data\r\n\r\nx\r\n--grenze--", "--grenzeX\r\n",
        "--grenze\r\n" + String(repeating: "x", count: 10_000),
    ])
    func `what is no such form, or is cut off, is refused`(body: String) {
        #expect(throws: MultipartReader.Fault.self) { try Self.parts(body, in: 50) }
    }

    @Test func `a form of very many parts is refused`() {
        let body = String(repeating: Self.part("name=\"a\"", "x"), count: 61) + "--grenze--"

        #expect(throws: MultipartReader.Fault.self) { try Self.parts(body, in: 1000) }
    }
}

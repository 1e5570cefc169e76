// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Interchange

@Suite struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=----grenze"

    private static func body(_ parts: [(head: String, text: String)]) -> [UInt8] {
        let joined = parts.map { "------grenze\r\n\($0.head)\r\n\r\n\($0.text)\r\n" }.joined()
        return Array((joined + "------grenze--\r\n").utf8)
    }

    @Test func `fields and files are told apart, and a file keeps every byte`() throws {
        let bytes = Self.body([
            ("Content-Disposition: form-data; name=\"formular\"", "1.2.3"),
            (
                "Content-Disposition: form-data; name=\"datei\"; filename=\"Ideen März.csv\"\r\n"
                    + "Content-Type: text/csv",
                "a;b\r\n1;--\r\n"
            ),
            ("Content-Disposition: form-data; name=\"leer\"; filename=\"\"", ""),
        ])
        let form = try MultipartReader(bytes, type: Self.type)

        #expect(form.text("formular") == "1.2.3")
        #expect(form.file("datei")?.fileName == "Ideen März.csv")
        #expect(form.file("datei")?.bytes == Array("a;b\r\n1;--\r\n".utf8))
        #expect(form.file("leer") == nil)
        #expect(form.text("datei") == nil)
    }

    @Test(arguments: [
        "", "------grenze", "------grenze\r\n", "------grenze\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "------grenze\r\n\r\nx\r\n------grenze--", "------grenze\r\nname=a\r\n\r\nx\r\n------grenze--",
    ])
    func `what is no such form is refused`(text: String) {
        #expect(throws: MultipartReader.Fault.self) {
            try MultipartReader(Array(text.utf8), type: Self.type)
        }
    }

    @Test(arguments: ["text/csv", "multipart/form-data", "multipart/form-data; boundary="])
    func `without a boundary there is nothing to go by`(type: String) {
        #expect(throws: MultipartReader.Fault.self) { try MultipartReader(Self.body([]), type: type) }
    }

    @Test func `a form of very many parts is refused`() {
        let part = (head: "Content-Disposition: form-data; name=\"a\"", text: "x")
        let bytes = Self.body(Array(repeating: part, count: 51))

        #expect(throws: MultipartReader.Fault.self) { try MultipartReader(bytes, type: Self.type) }
    }
}

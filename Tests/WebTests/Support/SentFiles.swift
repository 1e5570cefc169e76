// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Testing

@testable import Web

/// A file as somebody chooses it in a form.
struct SentFile {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(_ name: String, _ text: String) {
        self.init(name, Array(text.utf8))
    }

    static let paper = SentFile("Plan der Bänke.pdf", "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n")

    /// Four pixels wide and two high; its file tells where it was drawn.
    static let picture = SentFile("IMG_0012.png", commented)

    static let bomb = SentFile(
        "klein.png",
        Array(
            Data(
                base64Encoded: """
                    iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAIAAADpRW/tAAAAHElEQVR4nO3BMQEAAADCoPVPbQo/oAAAAACAtwETiAAByGI6\
                    QwAAAABJRU5ErkJggg==
                    """) ?? Data()))

    /// Its comment says "Geheim in Musterstadt".
    private static var commented: [UInt8] {
        Array(
            Data(
                base64Encoded: """
                    iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAHXRFWHRDb21tZW50AEdlaGVpbSBpbiBNdXN0ZXJzdGFkdBi8\
                    RHcAAAAfSURBVHicBcEBAQAwDMOgCLuSKkHYBB4qL3KpeWNuPlaWB/mlkKkCAAAAAElFTkSuQmCC
                    """) ?? Data())
    }
}

extension Browser {
    /// Sends a form with files as it was drawn on a page.
    func submit(
        _ page: Answer, _ typed: KeyValuePairs<String, String>, files: [SentFile], in field: String = "anhang",
        action: String
    ) async throws -> Answer {
        let forms = page.text.matches(of: #/<form\b[^>]*?action="([^"]*)"[^>]*>(.*?)</form>/#.dotMatchesNewlines())
        let form = try #require(forms.first { $0.1.hasPrefix(action) })
        let hidden = form.2.matches(of: #/<input type="hidden" name="([^"]*)" value="([^"]*)">/#)
            .map { (String($0.1), String($0.2).replacing("&quot;", with: "\"").replacing("&amp;", with: "&")) }
        var body: [UInt8] = []
        for (name, value) in hidden + typed.map({ ($0.key, $0.value) }) {
            body += Array("--grenze\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head = "Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(file.name)\""
            body += Array("--grenze\r\n\(head)\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
        }
        body += Array("--grenze--\r\n".utf8)
        return try await send(
            .post, String(form.1), headers: [.contentType: "multipart/form-data; boundary=grenze"], bytes: body)
    }
}

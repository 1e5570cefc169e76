// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct MailMessageTests {
    private func message(
        subject: String = "Ihre Anmeldung", text: String = "Guten Tag,\n", html: String? = "<p>Guten Tag,</p>",
        stop: String? = nil
    ) -> MailMessage {
        MailMessage(
            senderName: "Ruhr-Konferenz", sender: "post@example.org", recipient: "a@example.org", subject: subject,
            date: Date(timeIntervalSince1970: 1_795_424_400), key: "abc123", text: text, html: html, stopLink: stop)
    }

    /// Header lines with their continuations unfolded.
    private func headers(_ message: MailMessage) -> [String] {
        let head = message.wireText.components(separatedBy: "\r\n\r\n")[0]
        return head.replacing("\r\n ", with: " ").components(separatedBy: "\r\n")
    }

    @Test func `a mail names its day, its sender, itself, and that a machine wrote it`() {
        #expect(
            headers(message()) == [
                "Date: Mon, 23 Nov 2026 09:00:00 +0000", "From: \"Ruhr-Konferenz\" <post@example.org>",
                "To: <a@example.org>", "Subject: Ihre Anmeldung", "Message-ID: <abc123@example.org>",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"=_abc123\"",
            ])
    }

    @Test func `text comes before HTML, and without HTML there is one part`() {
        let both = message().wireText
        let plain = message(html: nil).wireText

        #expect(both.components(separatedBy: "--=_abc123\r\n").count == 3)
        #expect(both.hasSuffix("--=_abc123--\r\n"))
        #expect(!plain.contains("multipart"))
        #expect(plain.contains("Content-Type: text/plain; charset=utf-8\r\n"))
    }

    @Test func `nothing that is handed in begins a header`() {
        var wicked = message(
            subject: "Hallo\r\nBcc: opfer@example.org\u{2028}x", stop: "https://x.example/a>\r\nBcc: b@example.org")
        wicked.senderName = "Ä\r\nBcc: c@example.org"
        wicked.recipient = "a@example.org>\r\nRCPT TO:<d@example.org"
        wicked.key = "abc\r\nX: y"
        let names = headers(wicked).map { $0.prefix { $0 != ":" } }

        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "List-Unsubscribe",
                "List-Unsubscribe-Post", "Content-Type",
            ])
    }

    @Test func `a subject beyond ASCII is encoded in short words that tear no character`() throws {
        let subject = String(repeating: "Brücke für Räder 🚲 ", count: 8)
        let line = try #require(headers(message(subject: subject)).first { $0.hasPrefix("Subject: ") })
        let words = line.dropFirst("Subject: ".count).split(separator: " ")
        let decoded = try words.map { word in
            let body = try #require(word.firstMatch(of: /^=\?utf-8\?B\?([^?]*)\?=$/)).1
            let bytes = try #require(Data(base64Encoded: String(body)))
            return String(decoding: bytes, as: UTF8.self)
        }

        #expect(decoded.joined() == subject)
        #expect(words.allSatisfy { $0.utf8.count <= 75 })
    }

    @Test func `every line of the body is short and visible`() {
        let text = String(repeating: "Straße ", count: 60) + "\n.\nFrom hier\nmit Blank \n=gleich=\r\nEnde"
        let lines = QuotedPrintable.lines(of: text)

        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        #expect(lines.suffix(5) == [".", "From hier", "mit Blank=20", "=3Dgleich=3D", "Ende"])
        #expect(lines[0].hasPrefix("Stra=C3=9Fe "))
    }

    @Test func `one click ends mails of a kind`() {
        let lines = headers(message(stop: "https://x.example/abbestellen/1"))

        #expect(lines.contains("List-Unsubscribe: <https://x.example/abbestellen/1>"))
        #expect(lines.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A mail as it goes over the wire (RFC 5322, MIME): text and, where there is one, HTML, in UTF-8.
///
/// Nothing that is handed in can begin a header or a part of its own.
public struct MailMessage: Sendable {
    public var senderName: String
    public var sender: String
    public var recipient: String
    public var subject: String
    public var date: Date
    /// Names the mail for good: the same mail has the same name however often it is tried.
    public var key: String
    public var text: String
    public var html: String?
    /// Where a single click ends mails of this kind (RFC 8058).
    public var stopLink: String?

    public init(
        senderName: String, sender: String, recipient: String, subject: String, date: Date, key: String, text: String,
        html: String? = nil, stopLink: String? = nil
    ) {
        self.senderName = senderName
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.date = date
        self.key = key
        self.text = text
        self.html = html
        self.stopLink = stopLink
    }

    /// All lines with the end that the protocol asks for.
    public var wireText: String {
        (headers + body).joined(separator: "\r\n") + "\r\n"
    }

    private var headers: [String] {
        let host = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let stop =
            stopLink.map {
                ["List-Unsubscribe: <\(Self.plain($0))>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
            } ?? []
        return [
            "Date: \(Self.wireDate(date))", "From: \(MailHeader.name(senderName)) <\(Self.plain(sender))>",
            "To: <\(Self.plain(recipient))>", "Subject: \(MailHeader.words(subject))",
            "Message-ID: <\(Self.plain(key))@\(Self.plain(host))>", "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ] + stop
    }

    /// The headers of the body belong to it, since they follow from whether it has one part or two.
    private var body: [String] {
        guard let html else { return Self.part("plain", text) }
        return ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""]
            + ["--\(boundary)"] + Self.part("plain", text) + ["--\(boundary)"] + Self.part("html", html)
            + ["--\(boundary)--"]
    }

    /// No line of quoted-printable text can hold "=_".
    private var boundary: String { "=_\(Self.plain(key))" }

    private static func part(_ type: String, _ text: String) -> [String] {
        ["Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""]
            + QuotedPrintable.lines(of: text)
    }

    /// For what must not be encoded: nothing but visible ASCII, so no second header.
    private static func plain(_ text: String) -> String {
        String(decoding: text.utf8.filter { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }, as: UTF8.self)
    }

    /// "Mon, 23 Nov 2026 09:00:00 +0000"
    static func wireDate(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: date)
    }
}

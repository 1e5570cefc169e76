// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation

/// How mails leave. Without `DREIKLANG_SMTP_URL` none does, and all wait in the outbox.
struct MailSettings: Equatable, Sendable {
    /// `smtp://mail.example.org:587`, which begins TLS on the way, or `smtps://mail.example.org` with TLS from the
    /// start.
    let url: String
    let user: String?
    let password: String?
    /// A file with the certificates of those who may vouch for the server; nil for those of the system.
    let authority: String?
    let sender: EmailAddress
    let senderName: String
    /// Whether a server that offers no TLS gets nothing.
    let requiresTLS: Bool

    private static let loopback = ["127.0.0.1", "localhost", "::1", "[::1]"]
}

extension MailSettings {
    /// - Returns: nil while no mail server is set
    init?(_ text: (String) -> String?) throws {
        guard let address = text("DREIKLANG_SMTP_URL") else { return nil }
        guard let parsed = URL(string: address), ["smtp", "smtps"].contains(parsed.scheme), let host = parsed.host(),
            !host.isEmpty, parsed.user() == nil
        else {
            throw CommandFailure(
                "dreiklang: DREIKLANG_SMTP_URL is an address such as smtp://mail.example.org:587; user and password "
                    + "stand in DREIKLANG_SMTP_USER and DREIKLANG_SMTP_PASSWORD.")
        }
        guard let sender = text("DREIKLANG_MAIL_FROM").flatMap(EmailAddress.init) else {
            throw CommandFailure(
                "dreiklang: DREIKLANG_MAIL_FROM is the address that mails come from, such as beteiligung@example.org; "
                    + "write names beyond ASCII in their xn-- form.")
        }
        let wish = text("DREIKLANG_SMTP_TLS") ?? "required"
        guard ["required", "off"].contains(wish) else {
            throw CommandFailure("dreiklang: DREIKLANG_SMTP_TLS is “required” or “off”, not “\(wish)”.")
        }
        url = address
        user = text("DREIKLANG_SMTP_USER")
        password = text("DREIKLANG_SMTP_PASSWORD")
        authority = text("DREIKLANG_SMTP_CA")
        self.sender = sender
        senderName = text("DREIKLANG_MAIL_NAME") ?? "Dreiklang"
        requiresTLS = wish == "required" && !Self.loopback.contains(host)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes

/// The headers that stand on every answer, errors and files included.
struct SecurityHeaders: Sendable {
    private let fields: [(name: HTTPField.Name, value: String)]

    init(_ settings: SiteSettings) {
        var fields: [(String, String)] = [
            ("Content-Security-Policy", Self.contentSecurityPolicy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
        ]
        if settings.publicURL?.scheme == "https" {
            fields.append(("Strict-Transport-Security", "max-age=31536000"))
        }
        self.fields = fields.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    /// The same for an answer that is written below the site.
    var pairs: [(String, String)] { fields.map { ($0.name.rawName, $0.value) } }

    func add(to headers: inout HTTPFields) {
        for field in fields where !headers.contains(field.name) {
            headers[field.name] = field.value
        }
    }

    func add(to headers: inout HTTPFields, requestID: String) {
        add(to: &headers)
        if let name = HTTPField.Name("X-Request-Id") { headers[name] = requestID }
    }

    private static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
        "base-uri 'none'",
    ].joined(separator: "; ")
}

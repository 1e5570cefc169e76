// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Participation

/// The two cookies of the site, both for people who want to sign in: the session, and for a quarter of an hour the mark
/// of the browser that has asked for a mail. Readers get none.
struct SessionCookie: Sendable {
    private let name: String
    private let attributes: String

    static func session(_ settings: SiteSettings) -> SessionCookie { SessionCookie("sitzung", settings) }
    static func browser(_ settings: SiteSettings) -> SessionCookie { SessionCookie("anmeldung", settings) }

    /// Browsers accept `__Host-` only over TLS; on the own machine there is none.
    private init(_ name: String, _ settings: SiteSettings) {
        let isSecure = settings.publicURL?.scheme == "https"
        self.name = isSecure ? "__Host-\(name)" : name
        self.attributes = "Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    func secret(in request: Request) -> Secret? {
        for field in request.headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1)
                guard halves.count == 2, String(halves[0]).trimmed == name else { continue }
                return Secret(String(halves[1]).trimmed)
            }
        }
        return nil
    }

    /// - Parameter seconds: nil for as long as the browser is open
    func set(_ secret: Secret, seconds: Int64? = nil, on response: inout Response) {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        response.headers.append(HTTPField(name: .setCookie, value: "\(name)=\(secret.text); \(attributes)\(age)"))
    }

    func clear(on response: inout Response) {
        response.headers.append(HTTPField(name: .setCookie, value: "\(name)=; \(attributes); Max-Age=0"))
    }
}

extension Site {
    var sessionCookie: SessionCookie { .session(settings) }
    var browserCookie: SessionCookie { .browser(settings) }
}

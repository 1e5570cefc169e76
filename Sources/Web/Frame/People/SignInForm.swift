// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The address that somebody typed to sign in.
struct SignInForm {
    let email: String?
    var field = SignInField.email

    func validated() throws(InvalidForm) -> EmailAddress {
        guard let email else { throw InvalidForm([.init(field, "email-missing")]) }
        guard email.utf8.count <= EmailAddress.longest else {
            throw InvalidForm([.init(field, "too-long", limit: EmailAddress.longest)])
        }
        guard let address = EmailAddress(email) else { throw InvalidForm([.init(field, "email-invalid")]) }
        return address
    }

    static func code(_ typed: String?) throws(InvalidForm) -> String {
        guard let digits = typed?.filter({ !$0.isWhitespace }), !digits.isEmpty else {
            throw InvalidForm([.init(SignInField.code, "code-missing")])
        }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw InvalidForm([.init(SignInField.code, "code-no-code")])
        }
        return digits
    }
}

/// What a browser calls itself, shortened to what its owner would recognise: `Firefox, Linux`.
enum BrowserName {
    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]

    static func short(_ agent: String?) -> String {
        let agent = agent ?? ""
        let names = [browsers, systems].compactMap { list in list.first { agent.contains($0.0) }?.1 }
        return names.isEmpty ? "–" : names.joined(separator: ", ")
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// The addresses of signing in, of one's own area and of the staff's.
enum PeoplePaths {
    static let signIn = "/anmelden"
    static let code = "/anmelden/code"
    static let link = "/anmelden/link"
    static let password = "/anmelden/passwort"
    static let demonstration = "/anmelden/vorfuehrung"
    static let signOut = "/abmelden"

    static let own = "/mein"
    static let profile = "/mein/profil"
    static let ownPassword = "/mein/passwort"
    static let sessions = "/mein/sitzungen"
    static let endSessions = "/mein/sitzungen/ende"
    static let data = "/mein/daten"
    static let dataPackage = "/mein/daten.zip"
    static let erasure = "/mein/loeschung"

    static let work = "/arbeit"
    static let outbox = "/arbeit/postausgang"
    static let mail = "/arbeit/postausgang/{id}"
    static let people = "/arbeit/personen"
    static let newRole = "/arbeit/personen/neu"
    static let role = "/arbeit/personen/rollen/{id}"

    static func role(_ id: String) -> String { "/arbeit/personen/rollen/\(id)" }
    static func mail(_ id: String) -> String { "/arbeit/postausgang/\(id)" }
}

/// The page that somebody was on the way to before signing in. Only pages of this site are led on to.
struct Onward: Equatable, Sendable {
    static let field = "weiter"

    let path: String

    init?(_ text: String?) {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 500,
            !text.contains("\\"), !text.contains("//"), !text.contains(where: \.isNewline),
            !text.hasPrefix(PeoplePaths.signIn)
        else { return nil }
        path = text
    }
}

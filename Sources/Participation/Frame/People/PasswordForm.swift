// SPDX-License-Identifier: EUPL-1.2

/// A new password, as it was typed. White space counts.
public struct PasswordForm: Sendable {
    private let password: String

    public enum Field {
        public static let current = "bisheriges-passwort"
        public static let password = "passwort"
    }

    public init(password: String) {
        self.password = password
    }

    public func validated(against common: CommonPasswords, for person: Person) throws(InvalidForm) -> String {
        var check = FormCheck()
        if password.isEmpty {
            check.add(Field.password, "password-missing")
        } else if password.count < Password.shortest {
            check.add(Field.password, "password-too-short", limit: Password.shortest)
        } else if password.count > Password.longest {
            check.add(Field.password, "too-long", limit: Password.longest)
        } else if common.contains(password) || resembles(person) {
            check.add(Field.password, "password-common")
        }
        try check.finish()
        return password
    }

    private func resembles(_ person: Person) -> Bool {
        let typed = password.lowercased()
        return typed == person.email?.text || typed == person.displayName.lowercased()
    }
}

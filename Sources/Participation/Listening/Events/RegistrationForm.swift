// SPDX-License-Identifier: EUPL-1.2

/// What somebody typed who wants to come to an event.
public struct RegistrationForm: Equatable, Sendable {
    public var name: String?
    public var email: String?
    public var organisation: String?
    public var municipality: String?
    public var needs: String?

    public init(
        name: String? = nil, email: String? = nil, organisation: String? = nil, municipality: String? = nil,
        needs: String? = nil
    ) {
        self.name = name
        self.email = email
        self.organisation = organisation
        self.municipality = municipality
        self.needs = needs
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let name = "name"
        public static let email = "email"
        public static let organisation = "organisation"
        public static let municipality = "kommune"
        public static let needs = "bedarf"
    }

    public static let longestName = 80
    public static let longestNeeds = 300

    /// The same once it has been checked.
    public struct Draft: Equatable, Sendable {
        let name: String
        let email: EmailAddress?
        let organisation: String?
        let municipality: String?
        let needs: String?
    }

    /// - Parameters:
    ///   - needsEmail: whether whoever registers is a guest, of whom nothing else is known
    ///   - municipalities: the official keys that may be chosen
    public func validated(needsEmail: Bool, municipalities: [String]) throws(InvalidForm) -> Draft {
        var check = FormCheck()
        let name = check.line(
            name, field: Field.name, missing: "registration-name-missing", limit: Self.longestName)
        var address: EmailAddress?
        if needsEmail {
            let line = check.line(
                email, field: Field.email, missing: "email-missing", limit: EmailAddress.longest)
            address = line.flatMap(EmailAddress.init)
            if line != nil, address == nil { check.add(Field.email, "email-invalid") }
        }
        let organisation = check.optionalLine(organisation, field: Field.organisation, limit: 120)
        if let municipality, !municipalities.contains(municipality) {
            check.add(Field.municipality, "unknown-choice")
        }
        let needs = needs.flatMap {
            check.passage($0, field: Field.needs, missing: "", limit: Self.longestNeeds)
        }
        try check.finish()
        return Draft(
            name: name ?? "", email: address, organisation: organisation, municipality: municipality, needs: needs)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What a person typed about themselves.
public struct ProfileForm: Equatable, Sendable {
    public var displayName: String?
    public var isPseudonym: Bool
    public var language: String?
    public var municipality: String?
    public var ageBand: String?

    public init(
        displayName: String?, isPseudonym: Bool, language: String?, municipality: String?, ageBand: String?
    ) {
        self.displayName = displayName
        self.isPseudonym = isPseudonym
        self.language = language
        self.municipality = municipality
        self.ageBand = ageBand
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let displayName = "anzeigename"
        public static let isPseudonym = "pseudonym"
        public static let language = "sprache"
        public static let municipality = "kommune"
        public static let ageBand = "alter"
    }

    /// The same once it has been checked.
    public struct Profile: Equatable, Sendable {
        let displayName: String
        let isPseudonym: Bool
        let language: String
        let municipality: String?
        let ageBand: AgeBand?
    }

    /// - Parameter municipalities: the official keys that may be chosen
    public func validated(municipalities: [String]) throws(InvalidForm) -> Profile {
        var check = FormCheck()
        let name = check.line(
            displayName, field: Field.displayName, missing: "display-name-missing", limit: Person.longestName)
        if let name, EmailAddress(name) != nil { check.add(Field.displayName, "display-name-is-address") }
        if let language, !["de", "en"].contains(language) { check.add(Field.language, "unknown-choice") }
        if let municipality, !municipalities.contains(municipality) {
            check.add(Field.municipality, "unknown-choice")
        }
        let band = ageBand.flatMap(AgeBand.init)
        if ageBand != nil, band == nil { check.add(Field.ageBand, "unknown-choice") }
        try check.finish()
        return Profile(
            displayName: name ?? "", isPseudonym: isPseudonym, language: language ?? "de", municipality: municipality,
            ageBand: band)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// A comment as it was typed.
public struct RemarkForm: Equatable, Sendable {
    public var text: String?
    /// What a guest wants to be called.
    public var name: String?
    /// Where a guest confirms that there is somebody.
    public var email: String?
    /// The key of the office in whose name a person writes.
    public var office: String?
    /// In which language a guest is written to.
    public var language: String

    public init(
        text: String? = nil, name: String? = nil, email: String? = nil, office: String? = nil, language: String = "de"
    ) {
        self.language = language
        self.text = text
        self.name = name
        self.email = email
        self.office = office
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let text = "text"
        public static let name = "name"
        public static let email = "email"
        public static let office = "stelle"
    }

    public static let longestName = 80

    /// What a guest wrote, once it has been checked.
    struct GuestDraft: Equatable, Sendable {
        let text: String
        let name: String?
        let email: EmailAddress
    }

    func validatedText() throws(InvalidForm) -> String {
        var check = FormCheck()
        let text = text(&check)
        try check.finish()
        return text ?? ""
    }

    /// - Parameter offices: those in whose name the person may write
    func validated(_ offices: [OwnOffice]) throws(InvalidForm) -> (text: String, office: OwnOffice?) {
        var check = FormCheck()
        let text = text(&check)
        let office = offices.first { $0.key == self.office }
        if self.office != nil, office == nil { check.add(Field.office, "unknown-choice") }
        try check.finish()
        return (text ?? "", office)
    }

    func validatedAsGuest() throws(InvalidForm) -> GuestDraft {
        var check = FormCheck()
        let text = text(&check)
        let name = check.optionalLine(name, field: Field.name, limit: Self.longestName)
        let email = check.email(email, field: Field.email)
        if let name, EmailAddress(name) != nil { check.add(Field.name, "display-name-is-address") }
        try check.finish()
        guard let email else { throw InvalidForm([.init(Field.email, "email-missing")]) }
        return GuestDraft(text: text ?? "", name: name, email: email)
    }

    private func text(_ check: inout FormCheck) -> String? {
        check.passage(text, field: Field.text, missing: "text-missing", limit: Remark.longestText)
    }
}

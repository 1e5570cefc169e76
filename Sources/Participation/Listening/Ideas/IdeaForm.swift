// SPDX-License-Identifier: EUPL-1.2

/// An idea as it is typed.
public struct IdeaForm: Equatable, Sendable {
    public var title: String?
    public var text: String?
    /// The number of a forum; nil for "weiß nicht".
    public var forum: String?
    /// The official key of a municipality.
    public var municipality: String?
    /// The number of the organisation it is handed in for.
    public var organisation: String?
    /// As whom somebody writes: a group, such as "Schülerin".
    public var authorLabel: String?
    /// Asked of guests only.
    public var email: String?
    public var name: String?
    /// Where the files of the form lie.
    public var shelf: AttachmentShelf?
    /// Which of one's own drafts it goes on with.
    public var begun: String?

    public init(
        title: String? = nil, text: String? = nil, forum: String? = nil, municipality: String? = nil,
        organisation: String? = nil, authorLabel: String? = nil, email: String? = nil, name: String? = nil,
        shelf: AttachmentShelf? = nil, begun: String? = nil
    ) {
        self.title = title
        self.text = text
        self.forum = forum
        self.municipality = municipality
        self.organisation = organisation
        self.authorLabel = authorLabel
        self.email = email
        self.name = name
        self.shelf = shelf
        self.begun = begun
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let title = "titel"
        public static let text = "text"
        public static let forum = "forum"
        public static let municipality = "kommune"
        public static let organisation = "fuer"
        public static let authorLabel = "gruppe"
        public static let email = "email"
        public static let name = "name"
        public static let begun = "entwurf"
    }

    public static let longestLabel = 60

    /// Whether nothing has been typed yet.
    public var isEmpty: Bool { title == nil && text == nil }

    /// What a guest adds about themselves.
    public struct Guest: Equatable, Sendable {
        public let email: EmailAddress
        public let name: String?
    }

    /// The idea, checked.
    public func validated(
        _ choices: IdeaChoices, _ files: [AttachmentDraft] = [], on day: PartialDate
    ) throws(InvalidForm) -> (draft: IdeaDraft, organisation: String?) {
        var check = FormCheck()
        let checked = draft(choices, on: day, &check)
        check.attachments(files)
        try check.finish()
        return checked
    }

    /// The idea of a guest, checked together with what the guest says about themselves.
    public func validatedForGuest(
        _ choices: IdeaChoices, _ files: [AttachmentDraft], on day: PartialDate
    ) throws(InvalidForm) -> (draft: IdeaDraft, guest: Guest) {
        var check = FormCheck()
        let checked = draft(choices, on: day, &check)
        check.attachments(files)
        let address = check.email(email, field: Field.email)
        let name = check.optionalLine(name, field: Field.name, limit: Person.longestName)
        if let name, EmailAddress(name) != nil { check.add(Field.name, "display-name-is-address") }
        try check.finish()
        guard let address else { throw InvalidForm([.init(Field.email, "email-missing")]) }
        return (checked.draft, Guest(email: address, name: name))
    }

    /// The text alone, checked, for whoever wants to see how it will look before the rest is filled in.
    public func validatedText() throws(InvalidForm) -> String {
        var check = FormCheck()
        let text = check.passage(text, field: Field.text, missing: "idea-text-missing", limit: IdeaDraft.longestText)
        try check.finish()
        return text ?? ""
    }

    /// What an idea says, checked alone.
    func validatedWording() throws(InvalidForm) -> (title: String, text: String) {
        var check = FormCheck()
        let title = check.line(title, field: Field.title, missing: "idea-title-missing", limit: IdeaDraft.longestTitle)
        let text = check.passage(text, field: Field.text, missing: "idea-text-missing", limit: IdeaDraft.longestText)
        try check.finish()
        return (title ?? "", text ?? "")
    }

    private func draft(
        _ choices: IdeaChoices, on day: PartialDate, _ check: inout FormCheck
    ) -> (draft: IdeaDraft, organisation: String?) {
        let title = check.line(title, field: Field.title, missing: "idea-title-missing", limit: IdeaDraft.longestTitle)
        let text = check.passage(text, field: Field.text, missing: "idea-text-missing", limit: IdeaDraft.longestText)
        let label = check.optionalLine(authorLabel, field: Field.authorLabel, limit: Self.longestLabel)
        if let label, EmailAddress(label) != nil { check.add(Field.authorLabel, "display-name-is-address") }
        if let forum, !choices.hasForum(forum) { check.add(Field.forum, "unknown-choice") }
        if let municipality, !choices.hasMunicipality(municipality) {
            check.add(Field.municipality, "unknown-choice")
        }
        let organisation = organisation.flatMap(choices.organisation)
        if self.organisation != nil, organisation == nil { check.add(Field.organisation, "unknown-choice") }
        let draft = IdeaDraft(
            title: title ?? "", text: text ?? "", forum: forum, municipality: municipality,
            authorLabel: organisation?.name ?? label, submittedOn: day)
        return (draft, organisation?.id)
    }
}

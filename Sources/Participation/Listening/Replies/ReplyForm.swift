// SPDX-License-Identifier: EUPL-1.2

/// What an office typed as its answer to an idea.
public struct ReplyForm: Equatable, Sendable {
    public var outcome: String?
    public var text: String?
    /// The package key of the office in whose name it is said.
    public var office: String?
    /// The number of the proposal that took the idea up.
    public var proposal: String?

    public init(outcome: String?, text: String?, office: String?, proposal: String?) {
        self.outcome = outcome
        self.text = text
        self.office = office
        self.proposal = proposal
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let outcome = "ergebnis"
        public static let text = "antwort"
        public static let office = "stelle"
        public static let proposal = "vorschlag"
    }

    /// What an office can make of an idea, as the table `state` names it.
    public static let outcomes = [IdeaFate.takenUp, .inPart, .passedOn, .declined].map(\.rawValue)
    /// In characters.
    public static let longestText = 10_000

    /// - Parameters:
    ///   - offices: the keys and ids of the offices that may be chosen
    ///   - findProposal: the id of the public proposal with a number
    func validated(
        offices: [DutyOffice], findProposal: (Int64) throws -> String?
    ) throws -> ReplyText {
        var check = FormCheck()
        let outcome = outcome.flatMap(IdeaFate.init).flatMap { Self.outcomes.contains($0.rawValue) ? $0 : nil }
        if outcome == nil { check.add(Field.outcome, "outcome-missing") }
        let text = check.passage(text, field: Field.text, missing: "reply-missing", limit: Self.longestText)
        if let text, ReplyTemplate.hasPlaceholder(text) { check.add(Field.text, "placeholder-left") }
        let office = offices.first { $0.key == self.office }
        if office == nil { check.add(Field.office, "office-missing") }
        let proposal = try proposalID(outcome, &check, find: findProposal)
        try check.finish()
        return ReplyText(
            outcome: outcome ?? .declined, text: text ?? "", officeID: office?.id ?? "", officeKey: office?.key ?? "",
            proposalID: proposal)
    }

    private func proposalID(
        _ outcome: IdeaFate?, _ check: inout FormCheck, find: (Int64) throws -> String?
    ) throws -> String? {
        guard let typed = check.optionalLine(proposal, field: Field.proposal, limit: 20) else { return nil }
        guard let number = Int64(typed), let id = try find(number) else {
            check.add(Field.proposal, "proposal-unknown")
            return nil
        }
        guard outcome == .takenUp || outcome == .inPart else {
            check.add(Field.proposal, "proposal-needs-taking-up")
            return nil
        }
        return id
    }
}

/// An answer that has been checked.
struct ReplyText: Equatable, Sendable {
    let outcome: IdeaFate
    let text: String
    let officeID: String
    let officeKey: String
    let proposalID: String?
}

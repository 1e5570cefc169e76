// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The board on which fields of action grow out of proposals. It belongs to the programme office; nobody outside sees
/// it before a decision fixes the fields.
public struct FieldBoard: Equatable, Sendable {
    public let drafts: [Draft]
    /// Proposals that have been put nowhere yet.
    public let loose: [Placed]

    /// A field of action in the making.
    public struct Draft: Equatable, Sendable {
        public let id: String
        public let name: String
        public let aim: String
        /// One goal in each line.
        public let goals: String?
        public let revision: Int64
        /// The number of the field of action that it has become.
        public let field: Int64?
        public let proposals: [Placed]
    }

    /// A proposal with the reason why it lies where it lies.
    public struct Placed: Equatable, Sendable {
        public let id: String
        public let number: Int64
        public let title: String
        public let reason: String?
    }
}

/// What was typed for a field in the making.
public struct FieldDraftForm: Equatable, Sendable {
    public var name: String?
    public var aim: String?
    public var goals: String?
    public var revision: Int64 = 0

    public enum Field {
        public static let name = "name"
        public static let aim = "leitbild"
        public static let goals = "ziele"
        public static let revision = "stand"
        public static let draft = "feld"
        public static let proposals = "vorschlag"
        public static let reason = "grund"
        public static let decision = "beschluss"
    }

    public init() {}
}

extension Visitor {
    /// To group proposals into fields of action.
    public func mayDraftFields(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.programmeOffice, .administrator], in: programme)
            ? .allowed : .refused("publish-only-by-programme-office")
    }
}

/// A field in the making is begun or changed.
public struct WriteFieldDraft: Sendable {
    private let form: FieldDraftForm
    private let id: String?
    private let programme: String

    /// - Parameter id: nil for a new one
    public init(_ form: FieldDraftForm, of id: String?, in programme: String) {
        self.form = form
        self.id = id
        self.programme = programme
    }

    /// - Throws: `Outdated` when somebody else has changed it meanwhile
    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.mayDraftFields(in: programme).check()
        var check = FormCheck()
        let name = check.line(form.name, field: FieldDraftForm.Field.name, missing: "field-name-missing", limit: 120)
        let aim = check.passage(
            form.aim, field: FieldDraftForm.Field.aim, missing: "text-missing", limit: 5_000)
        let goals =
            form.goals == nil
            ? nil : check.passage(form.goals, field: FieldDraftForm.Field.goals, missing: "", limit: 5_000)
        try check.finish()
        guard let name, let aim else { return }
        guard let id else {
            return try FieldBoard.insert(Digest.random(bytes: 16), name, aim, goals, in: programme, db)
        }
        guard let draft = try FieldBoard.load(in: programme, db).drafts.first(where: { $0.id == id }) else {
            throw InvalidForm([.init(FieldDraftForm.Field.draft, "unknown-choice")])
        }
        guard draft.field == nil else { throw Refusal("field-is-fixed") }
        guard draft.revision == form.revision else { throw Outdated() }
        try FieldBoard.update(id, name, aim, goals, revision: draft.revision + 1, db)
    }
}

/// Proposals are put into a field, moved to another or taken off, with the reason.
public struct MoveToField: Sendable {
    private let proposals: [String]
    private let draft: String?
    private let reason: String?
    private let programme: String

    /// - Parameters:
    ///   - proposals: their numbers
    ///   - draft: nil to take them off the board
    public init(_ proposals: [String], to draft: String?, because reason: String?, in programme: String) {
        self.proposals = proposals
        self.draft = draft
        self.reason = reason
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        try visitor.mayDraftFields(in: programme).check()
        let board = try FieldBoard.load(in: programme, db)
        let fixed = board.drafts.filter { $0.field != nil }
        var check = FormCheck()
        let all = board.loose + board.drafts.flatMap(\.proposals)
        let chosen = all.filter { proposals.contains(String($0.number)) }
        if proposals.isEmpty { check.add(FieldDraftForm.Field.proposals, "documents-missing") }
        if chosen.count != Set(proposals).count { check.add(FieldDraftForm.Field.proposals, "unknown-choice") }
        if let draft, !board.drafts.contains(where: { $0.id == draft }) {
            check.add(FieldDraftForm.Field.draft, "unknown-choice")
        }
        let reason = check.passage(
            reason, field: FieldDraftForm.Field.reason, missing: "reason-missing", limit: 1_000)
        try check.finish()
        let isFixed = fixed.contains { field in
            field.id == draft || field.proposals.contains { chosen.contains($0) }
        }
        guard !isFixed else { throw Refusal("field-is-fixed") }
        for proposal in chosen {
            try FieldBoard.move(proposal.id, to: draft, because: reason ?? "", at: now, in: programme, db)
        }
    }
}

/// A decision fixes the fields: each becomes a field of action with its goals, and its proposals belong to it.
public struct FixFields: Sendable {
    private let decision: String?
    private let programme: String

    /// - Parameter decision: the number of the published decision
    public init(with decision: String?, in programme: String) {
        self.decision = decision
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayDraftFields(in: programme))
        let found = try decision.flatMap(Int64.init).flatMap { try Decision.find(number: $0, in: programme, db) }
        guard let found, found.outcome == .adopted || found.outcome == .conditional else {
            throw InvalidForm([.init(FieldDraftForm.Field.decision, "decision-unknown")])
        }
        let drafts = try FieldBoard.load(in: programme, db).drafts.filter { $0.field == nil }
        guard !drafts.isEmpty else { throw Refusal("no-field-to-fix") }
        guard let row = try MatterRow.find(found.id, of: programme, in: db) else { return }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        for draft in drafts {
            let field = try fix(draft, on: found.sitting.heldOn, &writing, db)
            var link = LinkRecord()
            link.from = row.reference
            link.to = MatterReference(.field, field)
            link.linkKind = .related
            link.effectiveOn = found.sitting.heldOn
            _ = try writing.create(link, isPublic: true)
        }
    }

    /// Tells the key of the field.
    private func fix(
        _ draft: FieldBoard.Draft, on day: PartialDate, _ writing: inout MatterWriting, _ db: Connection
    ) throws -> String {
        var field = FieldRecord()
        field.id = MatterWriting.newKey(.field)
        field.rank = try writing.nextNumber(.field)
        field.name = draft.name
        field.description = draft.aim
        field.rulingDate = day
        let id = try writing.create(field, isPublic: true)
        for title in (draft.goals ?? "").split(separator: "\n") where !title.allSatisfy(\.isWhitespace) {
            var goal = GoalRecord()
            goal.id = MatterWriting.newKey(.goal)
            goal.publicNumber = try writing.nextNumber(.goal)
            goal.title = String(title)
            goal.field = field.id
            _ = try writing.create(goal, isPublic: true)
        }
        for proposal in draft.proposals {
            try writing.change(ProposalRecord.self, proposal.id) { $0.field = field.id }
        }
        try FieldBoard.fix(draft.id, as: id, db)
        return field.id
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed about a vision or a goal.
public struct GoalForm: Equatable, Sendable {
    public var kind: String?
    public var title: String?
    public var text: String?
    public var field: String?
    public var parent: String?
    /// Why it is changed; everybody can read it.
    public var reason: String?

    public init() {}

    public enum Field {
        public static let kind = "art"
        public static let title = "titel"
        public static let text = "text"
        public static let field = "feld"
        public static let parent = "leitbild"
        public static let reason = "grund"
    }

    struct Wanted {
        let kind: GoalKind
        let title: String
        let text: String?
        let field: String?
        let parent: String?
        let reason: String?
    }

    /// - Parameter before: the goal as it was; nil for a new one
    func validated(_ choices: GoalChoices, before: GoalRecord?) throws(InvalidForm) -> Wanted {
        var check = FormCheck()
        let kind = before?.goalKind ?? kind.flatMap(GoalKind.init)
        if kind == nil { check.add(Field.kind, self.kind == nil ? "goal-kind-missing" : "unknown-choice") }
        let title = check.line(title, field: Field.title, missing: "title-missing", limit: 200)
        let text = text.flatMap { check.optionalPassage($0, field: Field.text, limit: 2000) }
        if let field, !choices.fields.contains(where: { $0.key == field }) {
            check.add(Field.field, "unknown-choice")
        }
        if let parent, !choices.visions.contains(where: { $0.key == parent }) {
            check.add(Field.parent, "unknown-choice")
        }
        if kind == .vision, parent != nil { check.add(Field.parent, "vision-has-no-parent") }
        if kind == .vision, field != nil { check.add(Field.field, "vision-has-no-field") }
        var why: String?
        if before != nil {
            why = check.line(reason, field: Field.reason, missing: "reason-missing", limit: 500)
        }
        try check.finish()
        guard let kind, let title else { throw InvalidForm([]) }
        return Wanted(kind: kind, title: title, text: text, field: field, parent: parent, reason: why)
    }

    /// Where the other form says something else, with what it says.
    func differences(from other: GoalForm) -> [Outdated.Field] {
        let pairs: [(String, String?, String?)] = [
            (Field.title, title, other.title), (Field.text, text, other.text), (Field.field, field, other.field),
            (Field.parent, parent, other.parent),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { Outdated.Field(field: $0.0, text: $0.2 ?? "") }
    }
}

extension GoalForm {
    init(_ record: GoalRecord) {
        self.init()
        kind = record.goalKind.rawValue
        title = record.title
        text = record.text
        field = record.field
        parent = record.parent
    }

    /// The form of a goal as it stands, with the revision it is made of; nil where there is none of this number.
    public static func find(
        _ number: Int64, in programme: String, _ db: Connection
    ) throws -> (form: GoalForm, revision: Int64, goal: Goal)? {
        guard let goal = try Goal.list(in: programme, db).first(where: { $0.number == number }),
            let found = try ProgrammeContents.find(GoalRecord.self, goal.id, of: programme, in: db)
        else { return nil }
        return (GoalForm(found.record), try ProjectRevision.current(of: goal.id, db), goal)
    }
}

/// What a goal or an indicator can belong to.
public struct GoalChoices: Sendable {
    public let fields: [MatterChoice]
    /// Those that are pursued.
    public let visions: [MatterChoice]
    /// Visions and goals that are pursued.
    public let goals: [MatterChoice]

    /// - Parameter current: the key of a goal that stays to be chosen although it is pursued no longer
    public static func load(
        in programme: String, keeping current: String? = nil, _ db: Connection
    ) throws -> GoalChoices {
        let goals = try Goal.list(in: programme, db).filter { $0.retiredOn == nil || $0.key == current }
        let choice = { (goal: Goal) in MatterChoice(key: goal.key, title: goal.title) }
        return GoalChoices(
            fields: try MatterChoice.list(.field, in: programme, db),
            visions: goals.filter { $0.isVision || $0.key == current }.map(choice), goals: goals.map(choice))
    }
}

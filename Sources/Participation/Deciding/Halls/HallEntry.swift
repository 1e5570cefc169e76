// SPDX-License-Identifier: EUPL-1.2

/// Something that somebody says or asks at a townhall, in the hall or online. All of it stands in one list.
public struct HallEntry: Equatable, Sendable {
    public let id: String
    /// From 1 in each townhall.
    public let number: Int64
    public let kind: PointKind
    public let channel: HallChannel
    public let text: String
    public let proposal: Proposal?
    /// The entry that says the same and stands for this one too.
    public let joinedTo: Int64?
    /// What was answered on the spot.
    public let answer: String?
    public let isHidden: Bool
    public let supports: Int64
    /// Its position in the statement of the hall, once it is a point of the synopsis.
    public let point: Int64?
    public let createdAt: String

    public struct Proposal: Equatable, Sendable {
        public let id: String
        public let number: Int64
        public let title: String
    }
}

public enum HallChannel: String, CaseIterable, Sendable {
    case microphone, card, online
}

extension Visitor {
    /// To write down what is said, answer, group and hide: whoever runs the townhall.
    public func mayRunHall(_ rules: ConsultationRules) -> Permission {
        guard rules.kind == .townhall else { return .refused("halls-only-in-townhalls") }
        let permission = mayRun(rules)
        guard permission.isAllowed else { return permission }
        return [.open, .closed].contains(rules.state) ? .allowed : .refused("consultation-takes-no-letters")
    }

    /// To ask online, and to support what others ask: everybody with an account, while it is open.
    public func maySpeakInHall(_ rules: ConsultationRules, at now: Moment) -> Permission {
        guard rules.kind == .townhall else { return .refused("halls-only-in-townhalls") }
        guard let person else { return .refused(.signInNeeded) }
        return rules.mayAnswer(StatementParty(.person, id: person.id, name: ""), at: now)
    }
}

/// What was typed about an entry.
public struct HallForm: Equatable, Sendable {
    public var kind: String?
    public var channel: String?
    /// The number of a proposal; nil for none.
    public var proposal: String?
    public var text: String?

    public enum Field {
        public static let kind = "art"
        public static let channel = "weg"
        public static let proposal = "vorschlag"
        public static let text = "text"
        public static let number = "nummer"
        public static let lead = "mit"
        public static let answer = "antwort"
    }

    /// What a hall says: short.
    public static let longest = 2000

    public init() {}

    struct Checked {
        let kind: PointKind
        let proposalID: String?
        let text: String
    }

    func validated(_ rules: ConsultationRules) throws(InvalidForm) -> Checked {
        var check = FormCheck()
        let kind = kind.flatMap(PointKind.init)
        if kind == nil { check.add(Field.kind, "point-kind-missing") }
        let document = rules.documents.first { String($0.number) == proposal }
        if proposal != nil, document == nil { check.add(Field.proposal, "unknown-choice") }
        let text = check.passage(text, field: Field.text, missing: "point-missing", limit: Self.longest)
        try check.finish()
        guard let kind, let text else { throw InvalidForm([]) }
        return Checked(kind: kind, proposalID: document?.proposalID, text: text)
    }
}

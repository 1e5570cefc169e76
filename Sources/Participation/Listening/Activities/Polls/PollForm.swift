// SPDX-License-Identifier: EUPL-1.2

/// What was typed about a poll that is to be held.
public struct PollForm: Equatable, Sendable {
    public var title: String?
    public var choices: String?
    public var resultRule: String?
    public var startsOn: String?
    public var endsOn: String?
    public var audience: String?
    public var use: String?
    /// The numbers of forums.
    public var forums: [String] = []
    /// The numbers of fields of action.
    public var fields: [String] = []
    /// Topics in words of their own, one a line.
    public var others: String?

    public init() {}

    /// The fields by the names they have in the form.
    public enum Field {
        public static let title = "titel"
        public static let choices = "auswahl"
        public static let resultRule = "ergebnis"
        public static let startsOn = "beginn"
        public static let endsOn = "ende"
        public static let audience = "wer"
        public static let use = "verwendung"
        public static let forums = "forum"
        public static let fields = "feld"
        public static let others = "themen"
    }

    public static let mostTopics = 60

    /// The same once it has been checked.
    struct Plan: Equatable, Sendable {
        let title: String
        let choices: Int64
        let resultRule: ResultRule
        let startsOn: PartialDate
        let endsOn: PartialDate
        let audience: String
        let use: String
        let topics: [PollTopicRecord]
    }

    func validated(_ known: PollChoices, on today: PartialDate) throws(InvalidForm) -> Plan {
        var check = FormCheck()
        let title = check.line(title, field: Field.title, missing: "title-missing", limit: 200)
        let topics = topics(known, &check)
        let choices = choices(of: topics.count, &check)
        let rule = resultRule.flatMap(ResultRule.init)
        if rule == nil { check.add(Field.resultRule, "result-rule-missing") }
        let start = ConsultationForm.day(startsOn, Field.startsOn, missing: "start-missing", &check)
        let end = ConsultationForm.day(endsOn, Field.endsOn, missing: "end-missing", &check)
        if let start, start < today { check.add(Field.startsOn, "poll-start-in-the-past") }
        if let start, let end, end < start { check.add(Field.endsOn, "end-before-start") }
        let audience = check.line(audience, field: Field.audience, missing: "audience-missing", limit: 200)
        let use = check.passage(use, field: Field.use, missing: "use-missing", limit: 2000)
        try check.finish()
        guard let title, let choices, let rule, let start, let end, let audience, let use else {
            throw InvalidForm([])
        }
        return Plan(
            title: title, choices: choices, resultRule: rule, startsOn: start, endsOn: end, audience: audience,
            use: use, topics: topics)
    }

    private func topics(_ known: PollChoices, _ check: inout FormCheck) -> [PollTopicRecord] {
        let forums = known.forums.filter { self.forums.contains(String($0.number)) }
        if forums.count < self.forums.count { check.add(Field.forums, "unknown-choice") }
        let fields = known.fields.filter { self.fields.contains(String($0.number)) }
        if fields.count < self.fields.count { check.add(Field.fields, "unknown-choice") }
        var topics = forums.map { PollTopicRecord(title: $0.title, forum: $0.key, field: nil) }
        topics += fields.map { PollTopicRecord(title: $0.title, forum: nil, field: $0.key) }
        for line in (others ?? "").split(whereSeparator: \.isNewline) {
            guard let title = check.optionalLine(String(line), field: Field.others, limit: 120) else { continue }
            topics.append(PollTopicRecord(title: title, forum: nil, field: nil))
        }
        if Set(topics.map(\.title)).count < topics.count { check.add(Field.others, "topics-twice") }
        if topics.count < 2 { check.add(Field.others, "topics-missing") }
        if topics.count > Self.mostTopics { check.add(Field.others, "topics-too-many", limit: Self.mostTopics) }
        return topics
    }

    private func choices(of topics: Int, _ check: inout FormCheck) -> Int64? {
        guard let number = choices.flatMap({ Int64($0) }), number >= 1 else {
            check.add(Field.choices, "choices-missing")
            return nil
        }
        // Whoever may choose everything has chosen nothing.
        guard topics < 2 || number < Int64(topics) else {
            check.add(Field.choices, "choices-too-many", limit: max(topics - 1, 1))
            return nil
        }
        return number
    }
}

/// What a poll can ask about besides words of its own.
public struct PollChoices: Equatable, Sendable {
    public let forums: [Subject]
    public let fields: [Subject]

    public struct Subject: Equatable, Sendable {
        let key: String
        public let number: Int64
        public let title: String
    }
}

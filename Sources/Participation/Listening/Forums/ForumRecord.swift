// SPDX-License-Identifier: EUPL-1.2

/// `forums.json`: the topic forums with their events.
struct ForumRecord: MatterRecord {
    static let kind = MatterKind.forum
    static let file = "forums"

    var publicNumber: Int64 = 0
    var numberConfidence: Confidence?
    var title: String?
    var topic: String?
    var ministry: String?
    var moderatorRole: String?
    var coModeratorRole: String?
    var guidingQuestion: String?
    var events: [EventRecord] = []
    var eventsKnown: Int64?
    var proposalsSubmitted: Int64?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?
    var members: [ForumMember] = []

    var key: String { String(publicNumber) }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("number", &publicNumber, column: "")
        visitor.field("number_confidence", &numberConfidence)
        visitor.field("title", &title)
        visitor.field("topic", &topic)
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.field("moderator_role_de", &moderatorRole)
        visitor.field("co_moderator_role_de", &coModeratorRole)
        visitor.field("guiding_question_de", &guidingQuestion)
        visitor.matters("events", &events)
        visitor.field("events_known", &eventsKnown)
        visitor.field("proposals_submitted", &proposalsSubmitted)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
        visitor.children("members", &members)
    }
}

/// An organisation that takes part in a forum, with its function.
struct ForumMember: ChildRecord {
    static let table = "forum_member"
    static let parentColumn = "forum_id"

    var organisation: String?
    var function: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("organisation", &organisation, to: .organisation)
        visitor.field("function_de", &function)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// A row of `consultations.json` that is a dated offer to take part, told by its kind.
struct ActivityRecord: MatterRecord {
    static let kind = MatterKind.activity
    static let file = "consultations"

    static let laterKeys = ["choices", "result_rule", "state", "topics", "changes"]

    static func claims(_ object: PlainValue) -> Bool {
        (try? ActivityKind(plain: object["kind"])) != nil
    }

    var offer = OfferRecord(kind: ActivityKind.onlinePoll, stage: .listening)
    /// How many topics one may choose; null for every offer that is no poll here.
    var choices: Int64?
    var resultRule: ResultRule?
    var state: PollState?
    var topics: [PollTopicRecord] = []
    var changes: [PollChangeRecord] = []

    var key: String { offer.id }
    var number: Int64? { offer.number }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        offer.visit(&visitor)
        visitor.field("choices", &choices)
        visitor.field("result_rule", &resultRule)
        visitor.field("state", &state)
        visitor.children("topics", &topics)
        visitor.children("changes", &changes)
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        guard let choices else {
            return topics.isEmpty && state == nil && resultRule == nil
                ? [] : ["topics, state and result_rule belong to a poll with choices"]
        }
        var faults: [String] = []
        if !(1...Int64(max(topics.count, 1))).contains(choices) { faults.append("choices is not among the topics") }
        if state == nil || resultRule == nil { faults.append("a poll with choices has a state and a result_rule") }
        if offer.start?.precision != .day || offer.end?.precision != .day {
            faults.append("a poll with choices begins and ends on a day")
        }
        return faults
    }
}

/// What one can choose in a poll: a forum, a field of action, or words of its own.
struct PollTopicRecord: ChildRecord {
    static let table = "poll_topic"
    static let parentColumn = "activity_id"

    var title = ""
    var forum: String?
    var field: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("title_de", &title)
        visitor.reference("forum", &forum, to: .forum)
        visitor.reference("field", &field, to: .field)
    }
}

/// The period of a poll was changed: what it was before, and why.
struct PollChangeRecord: ChildRecord {
    static let table = "poll_change"
    static let parentColumn = "activity_id"

    var changedOn = PartialDate.unset
    var earlierStart: PartialDate?
    var earlierEnd: PartialDate?
    var reason = ""

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("changed_on", &changedOn)
        visitor.field("earlier_start", &earlierStart)
        visitor.field("earlier_end", &earlierEnd)
        visitor.field("reason_de", &reason)
    }
}

public enum ActivityKind: String, Choice {
    case onlinePoll = "online_poll"
    case ideaSubmission = "idea_submission"
    case commentRating = "comment_rating"
    case mapSurvey = "map_survey"
    case callForContributions = "call_for_contributions"
    case expertEvents = "expert_events"
    case publication
    case positionPaper = "position_paper"
}

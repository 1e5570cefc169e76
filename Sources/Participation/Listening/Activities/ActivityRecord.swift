// SPDX-License-Identifier: EUPL-1.2

/// A row of `consultations.json` that is a dated offer to take part, told by its kind.
struct ActivityRecord: MatterRecord {
    static let kind = MatterKind.activity
    static let file = "consultations"

    static func claims(_ object: PlainValue) -> Bool {
        (try? ActivityKind(plain: object["kind"])) != nil
    }

    var offer = OfferRecord(kind: ActivityKind.onlinePoll, stage: .listening)

    var key: String { offer.id }
    var number: Int64? { offer.number }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        offer.visit(&visitor)
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

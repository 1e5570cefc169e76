// SPDX-License-Identifier: EUPL-1.2

/// What activities and consultations share in `consultations.json`: a dated offer to take part, by whom, through which
/// channel, and what is known of its result.
struct OfferRecord<Kind: Choice & Equatable>: Equatable, Sendable {
    var id = ""
    var number: Int64 = 0
    var title = ""
    var kind: Kind
    var stage: Stage
    var start: PartialDate?
    var end: PartialDate?
    var forum: String?
    var audience = ""
    var channel = ""
    var options: [String] = []
    var figures: [CitedFigureRecord] = []
    var results: [PriorityResultRecord] = []
    var useOfInput: String?
    var feedback: String?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?

    init(kind: Kind, stage: Stage) {
        self.kind = kind
        self.stage = stage
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("title_de", &title)
        visitor.field("kind", &kind)
        visitor.field("phase", &stage, column: "stage")
        visitor.field("start", &start, column: "starts_on")
        visitor.field("end", &end, column: "ends_on")
        visitor.reference("forum", &forum, to: .forum)
        visitor.field("audience_de", &audience)
        visitor.field("channel", &channel)
        visitor.texts("participants_could_de", &options, in: .texts("participation_offer", of: "matter_id"))
        visitor.children("figures", &figures)
        visitor.children("results", &results)
        visitor.field("use_of_input_de", &useOfInput)
        visitor.field("feedback_to_participants_de", &feedback)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
        visitor.field("number", &number, column: "")
    }
}

/// The part of the programme's story a dated thing belongs to; before and after belong to no phase.
public enum Stage: String, Choice {
    case before = "vorlauf"
    case listening = "zuhoeren"
    case deciding = "entscheiden"
    case acting = "handeln"
    case after = "nachlauf"
}

/// An official number with its date and source.
struct CitedFigureRecord: ChildRecord {
    static let table = "cited_figure"
    static let parentColumn = "matter_id"

    var label = ""
    var value: Int64 = 0
    var unit = ""
    var asOf: PartialDate?
    var qualifier: String?
    var sourceURL: String?
    var figure: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("label_de", &label)
        visitor.field("value", &value)
        visitor.field("unit", &unit)
        visitor.field("as_of", &asOf)
        visitor.field("qualifier", &qualifier)
        visitor.field("source_url", &sourceURL)
        visitor.field("figure", &figure)
    }
}

/// The ranking of a poll at one date.
struct PriorityResultRecord: ChildRecord {
    static let table = "priority_result"
    static let parentColumn = "matter_id"
    static let hasIdentity = true

    var asOf: PartialDate?
    var ranking: [PriorityRankRecord] = []
    var sourceURL: String?
    /// How many took part; null where nobody has counted it, or so few did that a number would point at them.
    var ballots: Int64?
    var turnout: [PriorityTurnoutRecord] = []

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("as_of", &asOf)
        visitor.children("ranking", &ranking)
        visitor.field("source_url", &sourceURL)
        visitor.newerField("ballots", &ballots)
        visitor.newerChildren("turnout", &turnout)
    }
}

/// How many ballots came from one municipality; null stands for all others together.
struct PriorityTurnoutRecord: ChildRecord {
    static let table = "priority_turnout"
    static let parentColumn = "priority_result_id"

    var municipality: String?
    var ballots: Int64 = 0

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("municipality", &municipality, to: .municipality)
        visitor.field("ballots", &ballots)
    }
}

/// One place of a ranking.
struct PriorityRankRecord: ChildRecord {
    static let table = "priority_rank"
    static let parentColumn = "priority_result_id"

    var topic = ""
    var forum: String?
    var percent: Int64 = 0
    /// How many chose the topic, where it was counted.
    var votes: Int64?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("topic_de", &topic)
        visitor.reference("forum", &forum, to: .forum)
        visitor.field("percent", &percent)
        visitor.newerField("votes", &votes)
    }
}

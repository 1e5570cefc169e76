// SPDX-License-Identifier: EUPL-1.2

/// `ideas.json`: what people and bodies handed in, and what became of it.
struct IdeaRecord: MatterRecord {
    static let kind = MatterKind.idea
    static let file = "ideas"
    static let laterKeys = ["split_from"]

    var id = ""
    var publicNumber: Int64 = 0
    var title = ""
    var summary = ""
    var forum: String?
    var channel = IdeaChannel.onlineCitizen
    var fate: IdeaFate?
    var project: String?
    var note: String?
    var sources: [String] = []
    var confidence: Confidence?
    var state = IdeaState.received
    var submittedOn: PartialDate?
    var municipality: String?
    var authorLabel: String?
    var mergedInto: String?
    var supports: Int64?
    var replies: [OfficialReplyRecord] = []
    var history: [StateChangeRecord<IdeaState>] = []
    var withdrawnOn: PartialDate?
    /// The idea that it was taken out of.
    var splitFrom: String?
    var earlierVersions: [IdeaVersionRecord] = []

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("title_de", &title)
        visitor.field("summary_de", &summary)
        visitor.reference("forum", &forum, to: .forum)
        visitor.field("submitted_via", &channel)
        visitor.field("fate", &fate, column: "outcome")
        visitor.reference("linked_project_slug", &project, to: .project, column: "project_id")
        visitor.field("note", &note)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("number", &publicNumber, column: "")
        visitor.field("state", &state)
        visitor.field("submitted_on", &submittedOn)
        visitor.reference("municipality", &municipality, to: .municipality)
        visitor.field("author_de", &authorLabel, column: "author_label")
        visitor.reference("merged_into", &mergedInto, to: .idea)
        visitor.field("supports", &supports)
        visitor.children("replies", &replies)
        visitor.children("history", &history)
        visitor.reference("split_from", &splitFrom, to: .idea)
        visitor.newerField("withdrawn_on", &withdrawnOn)
        visitor.newerChildren("earlier_versions", &earlierVersions)
        visitor.stored("sort_key", SortKey.make(title))
    }

    mutating func complete(with programme: ProgrammeContext) {
        guard fate == .takenUp, let project, programme.isDiscontinued(project) else { return }
        fate = .takenUpThenDiscontinued
    }

    var isNeverPublic: Bool { state == .unconfirmed || withdrawnOn != nil }

    var stored: IdeaRecord {
        var record = self
        if record.fate == .takenUpThenDiscontinued { record.fate = .takenUp }
        return record
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        var faults: [String] = []
        let isDiscontinued = project.map(programme.isDiscontinued) ?? false
        if fate == .takenUpThenDiscontinued, !isDiscontinued {
            faults.append("fate says the project was discontinued, but no discontinued project is linked")
        }
        if fate == .takenUp, isDiscontinued {
            faults.append("the linked project is discontinued: fate is aufgenommen_dann_eingestellt")
        }
        if (fate == .merged) != (mergedInto != nil) {
            faults.append("merged_into and the fate zusammengeführt belong together")
        }
        if state == .answered, replies.isEmpty { faults.append("an answered idea needs a reply") }
        return faults
    }
}

/// How an idea came in.
public enum IdeaChannel: String, Choice {
    case onlineCitizen = "online_citizen"
    case forumOnlineDialog = "forum_online_dialog"
    case municipalityPositionPaper = "municipality_position_paper"
    case organisation, paper, hall, letter, telephone
}

/// What an idea said before whoever handed it in changed it.
struct IdeaVersionRecord: ChildRecord {
    static let table = "idea_version"
    static let parentColumn = "idea_id"

    var title = ""
    var text = ""
    var replacedOn = PartialDate.unset

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        // Named as codes are: what an idea does not say any more is not searched.
        visitor.field("earlier_title", &title, column: "title")
        visitor.field("earlier_text", &text, column: "summary")
        visitor.field("replaced_on", &replacedOn)
    }
}

/// A reasoned official answer to an idea.
struct OfficialReplyRecord: ChildRecord {
    static let table = "official_reply"
    static let parentColumn = "idea_id"

    var text = ""
    var office: String?
    var repliedOn: PartialDate?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("text_de", &text)
        visitor.reference("office", &office, to: .office)
        visitor.field("replied_on", &repliedOn)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// `sittings.json`: sittings of boards with their agenda.
struct SittingRecord: MatterRecord {
    static let kind = MatterKind.sitting
    static let file = "sittings"

    var id = ""
    var publicNumber: Int64 = 0
    var board: String?
    var heldOn = PartialDate.unset
    var place: String?
    var agenda: [AgendaItemRecord] = []
    var sources: [String] = []
    var note: String?
    /// What was said, for those inside the house.
    var minutes: String?

    var publicForm: SittingRecord {
        var sitting = self
        sitting.minutes = nil
        return sitting
    }

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.reference("board", &board, to: .board)
        visitor.field("date", &heldOn, column: "held_on")
        visitor.field("place", &place)
        visitor.children("agenda", &agenda)
        visitor.sources(&sources)
        visitor.field("note", &note)
        visitor.newerField("minutes_de", &minutes)
    }
}

/// One item of an agenda (TOP).
struct AgendaItemRecord: ChildRecord {
    static let table = "agenda_item"
    static let parentColumn = "sitting_id"

    var label = ""
    var title = ""
    var paper: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("label", &label)
        visitor.field("title_de", &title)
        visitor.reference("paper", &paper, to: .paper)
    }
}

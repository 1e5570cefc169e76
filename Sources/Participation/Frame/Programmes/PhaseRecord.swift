// SPDX-License-Identifier: EUPL-1.2

/// `phases.json`: listening, deciding, acting, with what each opens.
struct PhaseRecord: MatterRecord {
    static let kind = MatterKind.phase
    static let file = "phases"

    var id = ""
    var phaseKind = PhaseKind.listening
    var name = ""
    var description: String?
    var period: Period?
    var opens: [String] = []
    var sources: [String] = []

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("kind", &phaseKind)
        visitor.field("name", &name)
        visitor.field("description_de", &description)
        visitor.period("period", &period)
        visitor.texts("opens_de", &opens, in: .texts("phase_opening", of: "phase_id"))
        visitor.sources(&sources)
    }
}

/// The three phases of a programme.
public enum PhaseKind: String, Choice {
    case listening, deciding, acting
}

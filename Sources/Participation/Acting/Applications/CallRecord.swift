// SPDX-License-Identifier: EUPL-1.2

/// `calls.json`: calls for partner projects with their criteria.
struct CallRecord: MatterRecord {
    static let kind = MatterKind.call
    static let file = "calls"
    static let laterKeys = ["questions_de"]

    var id = ""
    var publicNumber: Int64 = 0
    var title = ""
    var description = ""
    var opensOn: PartialDate?
    var closesOn: PartialDate?
    var criteria: [String] = []
    /// What applicants are asked beyond the usual.
    var questions: [String] = []

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.field("title_de", &title)
        visitor.field("description_de", &description)
        visitor.field("opens_on", &opensOn)
        visitor.field("closes_on", &closesOn)
        visitor.texts("criteria_de", &criteria, in: .texts("call_criterion", of: "call_id"))
        visitor.texts("questions_de", &questions, in: .texts("call_question", of: "call_id"))
    }
}

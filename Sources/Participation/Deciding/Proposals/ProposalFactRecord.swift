// SPDX-License-Identifier: EUPL-1.2

/// One aspect of the Steckbrief of a proposal: its aim, its benefit for the whole region, who leads it …
struct ProposalFactRecord: ChildRecord {
    static let table = "proposal_fact"
    static let parentColumn = "proposal_id"

    /// The raw value of a `ProposalPart`.
    var aspect = ""
    var text = ""

    init() {}

    init(_ aspect: String, _ text: String) {
        self.aspect = aspect
        self.text = text
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("aspect", &aspect)
        visitor.field("text_de", &text)
    }
}

/// A selection criterion in the words of its time, and how the proposal answers it.
struct ProposalCriterionRecord: ChildRecord {
    static let table = "proposal_criterion"
    static let parentColumn = "proposal_id"

    var criterion = ""
    var answer = ""

    init() {}

    init(_ criterion: String, answer: String) {
        self.criterion = criterion
        self.answer = answer
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("criterion_de", &criterion)
        visitor.field("answer_de", &answer)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What a project contributes to an indicator, in words. There is no number: how much of a change is owed to one
/// project is known to nobody.
struct ContributionRecord: ChildRecord {
    static let table = "project_contribution"
    static let parentColumn = "project_id"

    var indicator: String?
    var text = ""

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("indicator", &indicator, to: .indicator)
        visitor.field("text_de", &text)
    }
}

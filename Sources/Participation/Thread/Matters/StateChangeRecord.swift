// SPDX-License-Identifier: EUPL-1.2

/// One change of state: which, since when it holds, why. When it was recorded is kept beside it.
struct StateChangeRecord<State: Choice>: ChildRecord {
    static var table: String { "state_change" }
    static var parentColumn: String { "matter_id" }
    static var isRecorded: Bool { true }

    var state: State?
    var effectiveOn: PartialDate?
    var reason: String?

    init() {}

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("state", &state)
        visitor.field("effective_on", &effectiveOn)
        visitor.field("reason_de", &reason)
    }
}

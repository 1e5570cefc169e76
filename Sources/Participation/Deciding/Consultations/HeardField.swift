// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A field of action in the making on which people are heard, in the words that stood on the board when the
/// consultation was planned.
public struct HeardField: Equatable, Sendable {
    /// Stays when the field is heard again in other words.
    public let lineage: String
    public let name: String
    public let aim: String
    /// One goal in each line.
    public let goals: String?
    /// The proposals in it, one in each line.
    public let proposals: String?
}

extension HeardField {
    /// What the board says now, as far as no decision has fixed it.
    static func onBoard(of programme: String, _ db: Connection) throws -> [HeardField] {
        try FieldBoard.load(in: programme, db).drafts.filter { $0.field == nil }.map { draft in
            let proposals = draft.proposals.map { "\($0.number) · \($0.title)" }
            return HeardField(
                lineage: draft.id, name: draft.name, aim: draft.aim, goals: draft.goals,
                proposals: proposals.isEmpty ? nil : proposals.joined(separator: "\n"))
        }
    }
}

/// The same as a consultation keeps it.
struct HeardFieldRecord: ChildRecord {
    static let table = "consultation_field"
    static let parentColumn = "consultation_id"

    var lineage = ""
    var name = ""
    var aim = ""
    var goals: String?
    var proposals: String?

    init() {}

    init(_ field: HeardField) {
        lineage = field.lineage
        name = field.name
        aim = field.aim
        goals = field.goals
        proposals = field.proposals
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("lineage", &lineage)
        visitor.field("name_de", &name)
        visitor.field("aim_de", &aim)
        visitor.newerField("goals_de", &goals)
        visitor.newerField("proposals_de", &proposals)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Decision>>

extension OpenList {
    /// `/beschluesse` as it is narrowed and ordered.
    static let decisions = OpenList("decisions", at: "/beschluesse", columns: columns) { reading in
        let sittings = try Sitting.list(in: reading.programme, reading.db)
        let filter = try Decision.Filter(reading.context.query, boards: sittings.map(\.boardKey))
        let order = try reading.context.query.choice("sortierung", as: Decision.Order.self) ?? .newest
        return { page in
            let decisions = try Decision.list(filter, order, page, in: reading.programme, reading.db).rows
            return try reading.entries(decisions) { [$0.id, $0.sitting.boardID] }
        }
    }

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("text", text: { $0.wording("text", of: $0.id, or: $0.text) }),
        Column("decided_on", date: { $0.sitting.heldOn }),
        Column("board_key", text: { $0.sitting.boardKey }),
        Column("board", text: { $0.titleOf($0.sitting.boardID) ?? $0.sitting.board }),
        Column("place", text: { $0.sitting.place }),
        Column("paper_part", text: { $0.item }),
        Column("outcome", text: { $0.word(state: $0.outcome.rawValue) }),
        Column("outcome_key", text: { $0.outcome.rawValue }),
        Column("reason", text: { $0.wording("reason", of: $0.id, or: $0.reason) }),
        Column("deferred_until", date: { $0.deferredUntil }),
        Column("projects_decided", number: { $0.projectsDecided }),
        Column("projects_documented", number: { $0.projectsDocumented }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/beschluesse/\($0.number)") }),
    ]
}

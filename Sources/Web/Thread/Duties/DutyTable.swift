// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Duty>>

extension OpenList {
    /// `/pflichten` as it is narrowed.
    static let duties = OpenList("duties", at: "/pflichten", columns: columns) { reading in
        let offices = try DutyOffice.list(in: reading.programme, reading.db)
        let selection = try DutySelection(reading.context.query, among: offices)
        let order = try DutyOrder(reading.context.query)
        return { page in
            let duties = try Duty.list(
                in: reading.programme, selection, by: order, on: reading.today.text, page, reading.db)
            return try reading.entries(duties) { [$0.id, $0.office.id, $0.matter?.id] }
        }
    }

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("kind", text: { $0.word(.dutyKind, $0.kind.rawValue) }),
        Column("kind_key", text: { $0.kind.rawValue }),
        Column("matter_kind", text: { $0.matter?.kind.rawValue }),
        Column("matter_number", number: { $0.matter?.number }),
        Column("matter", text: { $0.titleOf($0.matter?.id) }),
        Column("office", text: { $0.titleOf($0.office.id) ?? $0.office.name }),
        Column("office_body", text: { $0.office.body }),
        Column("due_on", date: { $0.dueOn }),
        Column("state", text: { $0.word(state: $0.state.rawValue) }),
        Column("state_key", text: { $0.state.rawValue }),
        Column("met_on", date: { $0.metOn }),
        Column("met_in_time", truth: { $0.wasMetInTime }),
        Column("reason", text: { $0.wording("reason", of: $0.id, or: $0.reason) }),
        Column(
            "address",
            text: { entry in
                entry.matter.flatMap(MatterPaths.show).map { entry.address($0) }
            }),
    ]
}

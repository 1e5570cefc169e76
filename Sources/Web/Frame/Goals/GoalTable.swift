// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Goal>>

extension OpenList {
    /// Visions and goals of `/ziele`.
    static let goals = OpenList(
        "goals", at: "/ziele", columns: columns,
        whole: { reading in
            try reading.entries(try Goal.list(in: reading.programme, reading.db)) { [$0.id, $0.fieldID, $0.parentID] }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("is_vision", truth: { $0.isVision }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("text", text: { $0.wording("text", of: $0.id, or: $0.text) }),
        Column("field_number", number: { $0.fieldNumber }),
        Column("field", text: { $0.titleOf($0.fieldID) ?? $0.fieldName }),
        Column("serves_number", number: { $0.numberOf($0.parentID) }),
        Column("serves", text: { $0.titleOf($0.parentID) }),
        Column("projects", number: { $0.projects }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/ziele/\($0.number)") }),
    ]
}

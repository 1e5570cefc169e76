// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<ThreadEdge>>

extension OpenList {
    /// The whole red thread: every step from one public matter to another.
    static let thread = OpenList(
        "thread", at: "/faden/verknuepfungen", shownAt: "/faden", columns: columns
    ) { reading in
        { page in
            let steps = try ThreadEdge.list(in: reading.programme, page, reading.db)
            return try reading.entries(steps) { [$0.from, $0.to] }
        }
    }

    private static let columns = [
        Column("from_kind", text: { $0.mentions.matter($0.from)?.kind.rawValue }),
        Column("from_number", number: { $0.numberOf($0.from) }),
        Column("from", text: { $0.titleOf($0.subject.from) }),
        Column("kind", text: { $0.word(.linkKind, $0.kind.rawValue) }),
        Column("kind_key", text: { $0.kind.rawValue }),
        Column("to_kind", text: { $0.mentions.matter($0.to)?.kind.rawValue }),
        Column("to_number", number: { $0.numberOf($0.to) }),
        Column("to", text: { $0.titleOf($0.subject.to) }),
        Column("effective_on", date: { $0.effectiveOn }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("note", text: { $0.note }),
        Column(
            "address",
            text: { entry in
                entry.mentions.matter(entry.from).flatMap(MatterPaths.show).map { entry.address($0) }
            }),
    ]
}

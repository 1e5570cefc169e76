// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<JournalListing>>

extension OpenList {
    /// The public entries of `/protokoll`, the newest first.
    static let journal = OpenList(
        "journal", at: "/protokoll", columns: columns,
        keys: { try JournalListing.numbers(of: $0.programme, in: $0.db) },
        rows: { numbers, reading in
            guard let first = numbers.first, let last = numbers.last else { return [] }
            let entries = try JournalListing.list(of: reading.programme, numbered: last...first, in: reading.db)
            return try reading.entries(entries) { _ in [] }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("recorded_at", text: { $0.recordedAt }),
        Column("verb", text: { $0.context.text("journal.verbs.\($0.verb.rawValue)") }),
        Column("verb_key", text: { $0.verb.rawValue }),
        Column("matter_kind", text: { $0.kind?.rawValue }),
        Column("matter_number", number: { $0.matterNumber }),
        Column("matter_key", text: { $0.matterKey }),
        Column("report_number", number: { $0.report }),
        Column("digest", text: { $0.digest }),
        Column(
            "address",
            text: { entry in
                let path = entry.report.map(StocktakingPaths.published) ?? entry.matter.flatMap(MatterPaths.show)
                return path.map { entry.address($0) }
            }),
    ]
}

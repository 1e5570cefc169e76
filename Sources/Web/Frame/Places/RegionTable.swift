// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<RegionRow>>

/// A municipality with its numbers at all three moments.
private struct RegionRow {
    let town: MappedMunicipality
    let tally: RegionTally

    func numbers(_ stage: RegionStage) -> RegionTally.Numbers { tally.numbers(of: town.id, at: stage) }

    /// Nothing where few people could be recognised.
    func participation(_ stage: RegionStage) -> Int64? {
        numbers(stage).participation.flatMap { (1..<MapMeasure.fewestIdeas).contains($0) ? nil : $0 }
    }
}

extension OpenList {
    /// `/region` in the order that was chosen, with all three moments whatever is shown.
    static let region = OpenList("region", at: "/region", columns: columns) { reading in
        let view = try RegionView.load(reading.context.query, in: reading.programme, reading.db)
        return try reading.entries(view.ordered.map { RegionRow(town: $0, tally: view.tally) }) { _ in [] }
    }

    private static let columns: [Column] =
        [
            Column("municipality_key", text: { $0.town.ags }), Column("name", text: { $0.town.name }),
            Column("district", text: { $0.town.district }), Column("population", number: { $0.town.population }),
        ] + numbers("proposed", .proposal) + numbers("decided", .decision) + numbers("today", .today) + [
            Column("address", text: { $0.address("/kommunen/\($0.town.ags)") })
        ]

    private static func numbers(_ name: String, _ stage: RegionStage) -> [Column] {
        [
            Column("projects_\(name)", number: { $0.subject.numbers(stage).projects }),
            Column("led_\(name)", number: { $0.subject.numbers(stage).led }),
            Column("funds_\(name)_cents", number: { $0.subject.numbers(stage).fundsCents }),
            Column("events_\(name)", number: { $0.subject.numbers(stage).events }),
            Column("participation_\(name)", number: { $0.subject.participation(stage) }),
        ]
    }
}

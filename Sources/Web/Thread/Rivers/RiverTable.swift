// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<StrandRow>

/// A strand of the river with the words and the address that it has on the page.
private struct StrandRow: Sendable {
    let from: RiverPlace?
    let to: RiverPlace?
    let fromName: String?
    let toName: String?
    let strand: River.Strand
    let address: String?
}

extension OpenList {
    /// The strands of `/faden`, narrowed as the page is.
    static let river = OpenList(
        "river", at: "/faden", columns: columns,
        whole: { reading in
            let view = try RiverView.load(reading.context.query, in: reading.programme, reading.db)
            let texts = try ProgrammeTexts(
                for: reading.context.language, of: view.matters, in: reading.programme, reading.db)
            let wording = RiverWording(view, texts, in: reading.context)
            let river = view.programmeRiver.river
            let names = Dictionary(
                river.knots.map { ($0.id, wording.words(of: $0).name) }, uniquingKeysWith: { first, _ in first })
            return river.strands.map { strand in
                StrandRow(
                    from: wording.place(strand.from), to: wording.place(strand.to), fromName: names[strand.from],
                    toName: names[strand.to], strand: strand,
                    address: wording.words(of: strand).link.map { (reading.context.links.publicURL ?? "") + $0 })
            }
        })

    private static let columns = [
        Column("from_stage", text: { $0.from.map { "\($0.stage)" } }),
        Column("from", text: { $0.fromName }),
        Column("to_stage", text: { $0.to.map { "\($0.stage)" } }),
        Column("to", text: { $0.toName }),
        Column("counted", text: { $0.strand.measure }),
        Column("number", number: { $0.strand.amount }),
        Column("ends_here", truth: { $0.to?.isLost }),
        Column("address", text: { $0.address }),
    ]
}

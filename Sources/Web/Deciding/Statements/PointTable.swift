// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Point>>

extension OpenList {
    /// The synopsis of one consultation as it is narrowed, with the answers that are published.
    static let points = OpenList("points", at: "/beteiligungen/{number}/synopse", columns: columns) { reading in
        let number = try reading.context.number()
        guard let consultation = try Consultation.find(number: number, in: reading.programme, reading.db) else {
            throw PageFault.notFound
        }
        let filter = try Point.Filter(reading.context.query, consultation: number)
        let proposals = try Consultation.proposals(of: consultation.id, reading.db)
        let known = try Mentions.load(proposals, reading.programme, reading.context, reading.db)
        _ = try reading.context.query.choice(
            "vorschlag", among: proposals.compactMap { known.matter($0)?.number }.map(String.init))
        return { page in
            let points = try Point.list(filter, page, in: reading.programme, reading.db).rows
            return try reading.entries(points) { [$0.proposalID] }
        }
    }

    private static let columns = [
        Column("statement_number", number: { $0.statementNumber }),
        Column("sender", text: { $0.sender }),
        Column("label", text: { $0.label }),
        Column("kind", text: { $0.word(.pointKind, $0.kind.rawValue) }),
        Column("kind_key", text: { $0.kind.rawValue }),
        Column("text", text: { $0.text }),
        Column("is_quotation", truth: { $0.isQuotation }),
        Column("proposal_number", number: { $0.numberOf($0.proposalID) }),
        Column("proposal", text: { $0.titleOf($0.proposalID) }),
        Column("version", number: { $0.version }),
        Column("paragraph", text: { $0.paragraph }),
        Column("outcome", text: { $0.word(state: $0.answer?.outcome) }),
        Column("outcome_key", text: { $0.answer?.outcome }),
        Column("assessment", text: { $0.answer?.assessment }),
        Column("change_old", text: { $0.answer?.changeOld }),
        Column("change_new", text: { $0.answer?.changeNew }),
        Column("office", text: { $0.answer?.office }),
        Column("answered_on", date: { $0.answer?.publishedOn }),
        Column("address", text: { $0.address("/stellungnahmen/\($0.statementNumber)#punkt-\($0.label)") }),
    ]
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Statement>>

extension OpenList {
    /// `/stellungnahmen` as it is narrowed.
    static let statements = OpenList("statements", at: "/stellungnahmen", columns: columns) { reading in
        let query = reading.context.query
        let filter = try Statement.Filter(query, among: try StatementChoices.load(in: reading.programme, reading.db))
        let order = try query.choice("sortierung", as: Statement.Order.self) ?? .newest
        return { page in
            let statements = try Statement.list(filter, order, page, in: reading.programme, reading.db).rows
            return try reading.entries(statements) { [$0.consultationID, $0.organisationID, $0.municipalityID] }
        }
    }

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("consultation_number", number: { $0.numberOf($0.consultationID) }),
        Column("consultation", text: { $0.titleOf($0.consultationID) }),
        Column("sender", text: { $0.sender }),
        Column("organisation_number", number: { $0.numberOf($0.organisationID) }),
        Column("municipality_key", text: { $0.keyOf($0.municipalityID) }),
        Column("kind", text: { $0.word(.statementKind, $0.kind.rawValue) }),
        Column("kind_key", text: { $0.kind.rawValue }),
        Column("state", text: { $0.word(state: $0.state.rawValue) }),
        Column("state_key", text: { $0.state.rawValue }),
        Column("submitted_on", date: { $0.submittedOn }),
        Column("file_number", text: { $0.fileNumber }),
        Column("points", number: { $0.points }),
        Column("points_answered", number: { $0.answered }),
        Column("text", text: { $0.text }),
        Column("address", text: { $0.address("/stellungnahmen/\($0.number)") }),
    ]
}

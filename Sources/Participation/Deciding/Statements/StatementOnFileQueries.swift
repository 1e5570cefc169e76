// SPDX-License-Identifier: EUPL-1.2

import Storage

extension StatementOnFile {
    /// A statement of a consultation that has been handed in, withdrawn ones too; drafts belong to their writers.
    public static func find(
        _ number: Int64, in rules: ConsultationRules, _ db: Connection
    ) throws -> StatementOnFile? {
        let row = try db.row(
            """
            SELECT s.id, m.number, COALESCE(o.name, k.name, s.author_label) AS sender, m.visible_from
            FROM statement s JOIN matter m ON m.id = s.id
            LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
            WHERE s.consultation_id = \(rules.id) AND m.number = \(number)
                AND s.state IN ('statement.submitted', 'statement.amended', 'statement.withdrawn')
            """)
        guard let row else { return nil }
        let id: String = try row.get("id")
        guard let record = try ProgrammeContents.find(StatementRecord.self, id, of: rules.programme, in: db)?.record
        else { return nil }
        let visibleFrom: String? = try row.get("visible_from")
        return StatementOnFile(
            id: id, number: try row.get("number"), sender: try row.get("sender"), kind: record.statementKind,
            state: record.state, channel: record.channel, submittedOn: record.submittedOn,
            fileNumber: record.fileNumber, mayPublish: record.mayPublish, isPublic: visibleFrom != nil,
            text: record.text, publicText: record.publicText,
            points: record.points.map { Point(label: $0.label, text: $0.text, publicText: $0.publicText) },
            revision: String(Digest.make(CanonicalJSON.text(record.plain)).prefix(16)))
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// One point with everything an officer needs beside it.
public struct PointFile: Equatable, Sendable {
    public let point: SynopsisPoint
    public let signatures: [Signature]
    /// Tells whether somebody else has changed the point meanwhile.
    public let revision: String
    /// The whole statement that the point stands in.
    public let statementText: String?
    /// The points that have this one's answer.
    public let alike: [SynopsisPlace]
    /// The next point that is not final.
    public let next: SynopsisPlace?
    /// Answers to other points on the same proposal, to build on.
    public let earlier: [SynopsisPoint]
    /// What the point has changed in the text.
    public let changes: [PointChange]

    /// What a ministry says to the assessment.
    public struct Signature: Equatable, Sendable {
        public let ministry: SynopsisChoices.Ministry
        public let state: CoSignatureState
        public let note: String?
        public let reply: String?
        public let signedOn: PartialDate?
    }

    public static func load(
        _ place: SynopsisPlace, in rules: ConsultationRules, _ db: Connection
    ) throws -> PointFile? {
        guard let point = try SynopsisPoint.find(place, of: rules.id, db),
            let ids = try SynopsisPlace.ids(of: place, in: rules.id, db),
            let record = try ProgrammeContents.find(StatementRecord.self, ids.statement, of: rules.programme, in: db)?
                .record, record.points.indices.contains(Int(place.position) - 1)
        else { return nil }
        let own = record.points[Int(place.position) - 1]
        let ministries = try SynopsisChoices.load(in: rules.programme, db).ministries
        return PointFile(
            point: point,
            signatures: own.signatures.compactMap { signature in
                guard let ministry = ministries.first(where: { $0.key == signature.ministry }) else { return nil }
                return Signature(
                    ministry: ministry, state: signature.state, note: signature.note, reply: signature.reply,
                    signedOn: signature.signedOn)
            }, revision: own.revision, statementText: record.text,
            alike: try SynopsisPlace.alike(ids.point, db),
            next: try SynopsisPoint.nextOpen(after: place, of: rules.id, db),
            earlier: try SynopsisPoint.earlierAnswers(to: point, of: rules.id, db),
            changes: try PointChange.list(of: ids.point, db))
    }
}

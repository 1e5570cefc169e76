// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PaperAtWork {
    /// A paper by its number, whatever its state; whoever shows it asks for permission first.
    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> PaperAtWork? {
        let id: String? = try db.value(
            "SELECT id FROM matter WHERE programme_id = \(programme) AND kind = 'paper' AND number = \(number)")
        return try id.flatMap { try find($0, in: programme, db) }
    }

    static func find(_ id: String, in programme: String, _ db: Connection) throws -> PaperAtWork? {
        guard let record = try ProgrammeContents.find(PaperRecord.self, id, of: programme, in: db)?.record else {
            return nil
        }
        let ministries = try SynopsisChoices.load(in: programme, db).ministries
        let ministry = { (key: String?) in ministries.first { $0.key == key } }
        let sittings = try SittingAtWork.list(in: programme, db)
        let texts = record.parts.compactMap { part in PaperPart(rawValue: part.part).map { ($0, part.text) } }
        let signatures = record.signatures.compactMap { signature in
            ministry(signature.ministry).map { Signature(signature, by: $0) }
        }
        let stations = record.stations.compactMap { station in
            sittings.first { $0.key == station.sitting }.map {
                Station(sitting: $0, label: station.label, result: station.result, note: station.note)
            }
        }
        return PaperAtWork(
            id: id, programme: programme, number: record.publicNumber, title: record.title,
            fileNumber: record.fileNumber, ministry: ministry(record.ministry), state: record.state,
            submittedOn: record.submittedOn, handling: record.handling, urgency: record.urgency,
            edition: record.edition, signUntil: record.signUntil, template: PaperTemplate(record.layout),
            texts: Dictionary(texts, uniquingKeysWith: { first, _ in first }), entries: try entries(of: id, db),
            signatures: signatures, stations: stations,
            results: record.results.map(Result.init), publishAt: record.publishAt.flatMap { Moment(text: $0) },
            recordedBy: record.recordedBy, confirmedBy: record.confirmedBy, revision: record.revision)
    }

    private static func entries(of paper: String, _ db: Connection) throws -> [Entry] {
        try db.rows(
            """
            SELECT i.label, i.title, i.text, i.version, i.exception_by, i.exception_reason, v.id AS proposal_id,
                vm.number, v.cost_cents, f.name AS field, dm.number AS corrects
            FROM decision_item i LEFT JOIN proposal v ON v.id = i.proposal_id LEFT JOIN matter vm ON vm.id = v.id
            LEFT JOIN field f ON f.id = i.field_id LEFT JOIN matter dm ON dm.id = i.corrects_id
            WHERE i.paper_id = \(paper) ORDER BY i.position
            """
        ).map { row in
            let proposal: String? = try row.get("proposal_id")
            return Entry(
                label: try row.get("label"), title: try row.get("title"), text: try row.get("text"),
                proposal: try proposal.map {
                    Entry.Proposal(id: $0, number: try row.get("number"), costCents: try row.get("cost_cents"))
                },
                version: try row.get("version"), field: try row.get("field"),
                exceptionBy: try row.get("exception_by"), exceptionReason: try row.get("exception_reason"),
                corrects: try row.get("corrects"))
        }
    }
}

extension PaperAtWork.Signature {
    fileprivate init(_ record: CoSignatureRecord, by ministry: SynopsisChoices.Ministry) {
        self.init(
            ministry: ministry, state: record.state, signedOn: record.signedOn, note: record.note, reply: record.reply,
            edition: record.edition, digest: record.digest)
    }
}

extension PaperAtWork.Result {
    fileprivate init(_ record: PaperResultRecord) {
        self.init(
            label: record.label, outcome: record.outcome, text: record.text, reason: record.reason,
            deferredUntil: record.deferredUntil,
            conditions: record.conditions.map {
                PaperAtWork.Condition(text: $0.text, office: $0.office ?? "", dueOn: $0.dueOn)
            })
    }
}

extension PaperAtWork {
    /// How many ministries were asked to sign, counted for itself.
    public func countSignatures(_ db: Connection) throws -> Int64 {
        try db.value("SELECT COUNT(*) FROM co_signature WHERE paper_id = \(id)") ?? 0
    }
}

extension PaperListing {
    /// All papers of a programme that were made here or came with it, the newest first.
    public static func list(in programme: String, _ db: Connection) throws -> [PaperListing] {
        var asked: [String: [String]] = [:]
        for row in try db.rows(
            """
            SELECT c.paper_id, c.ministry_id FROM co_signature c JOIN paper p ON p.id = c.paper_id
            WHERE p.programme_id = \(programme) ORDER BY c.paper_id, c.position
            """)
        {
            asked[try row.get("paper_id"), default: []].append(try row.get("ministry_id"))
        }
        return try db.rows(
            """
            SELECT p.id, m.number, p.title, p.state, p.ministry_id, r.name AS ministry,
                (SELECT COUNT(*) FROM decision_item i WHERE i.paper_id = p.id) AS entries,
                (SELECT COUNT(*) FROM co_signature c WHERE c.paper_id = p.id AND c.state = 'signature.open')
                    AS open_signatures
            FROM paper p JOIN matter m ON m.id = p.id LEFT JOIN ministry r ON r.id = p.ministry_id
            WHERE p.programme_id = \(programme) ORDER BY m.number DESC
            """
        ).map { row in
            PaperListing(
                number: try row.get("number"), title: try row.get("title"), state: try row.get("state"),
                ministryID: try row.get("ministry_id"), ministry: try row.get("ministry"),
                entries: try row.get("entries"), openSignatures: try row.get("open_signatures"),
                asked: asked[try row.get("id")] ?? [])
        }
    }

    /// The papers whose day to sign or moment of publication may have come, of all programmes.
    static func awaitingTime(at now: Moment, _ db: Connection) throws -> [(programme: String, id: String)] {
        try db.rows(
            """
            SELECT p.programme_id, p.id FROM paper p JOIN matter m ON m.id = p.id
            WHERE m.visible_from IS NULL AND (
                (p.state = 'paper.decided' AND p.publish_at <= \(now.text))
                OR (p.state = 'paper.co_signing' AND p.sign_until < \(now.day.text) AND EXISTS (
                    SELECT 1 FROM co_signature c WHERE c.paper_id = p.id AND c.state = 'signature.open')))
            ORDER BY p.publish_at, p.id
            """
        ).map { (try $0.get("programme_id"), try $0.get("id")) }
    }
}

extension PaperListing {
    /// The conditions of a programme that is taken out; what they hang on follows.
    static func deleteConditions(of programme: String, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM paper_condition WHERE paper_result_id IN (SELECT r.id FROM paper_result r
                JOIN paper p ON p.id = r.paper_id WHERE p.programme_id = \(programme))
            """)
    }
}

extension SittingAtWork {
    /// All sittings, public or not, the newest first.
    public static func list(in programme: String, _ db: Connection) throws -> [SittingAtWork] {
        try db.rows(
            """
            SELECT s.id, m.key, m.number, b.name AS board, b.rank, s.held_on, s.place, s.minutes
            FROM sitting s JOIN matter m ON m.id = s.id JOIN board b ON b.id = s.board_id
            WHERE s.programme_id = \(programme) ORDER BY s.held_on DESC, m.number DESC
            """
        ).map { row in
            SittingAtWork(
                id: try row.get("id"), key: try row.get("key"), number: try row.get("number"),
                board: try row.get("board"), rank: try row.get("rank"), heldOn: try row.date("held_on") ?? .unset,
                place: try row.get("place"), minutes: try row.get("minutes"))
        }
    }

    /// The papers that a sitting deals with, in the order of its agenda.
    public static func papers(of sitting: String, in programme: String, _ db: Connection) throws -> [PaperAtWork] {
        let ids: [String] = try db.rows(
            """
            SELECT s.paper_id FROM paper_station s JOIN matter m ON m.id = s.paper_id
            WHERE s.sitting_id = \(sitting) AND (s.result IS NULL OR s.result <> 'taken_off') ORDER BY m.number
            """
        ).map { try $0.get("paper_id") }
        return try ids.compactMap { try PaperAtWork.find($0, in: programme, db) }
    }

    /// The boards that deal with papers, the first of them first.
    public static func boards(in programme: String, _ db: Connection) throws -> [SittingBoard] {
        try db.rows(
            """
            SELECT m.key, b.name, b.rank FROM board b JOIN matter m ON m.id = b.id
            WHERE b.programme_id = \(programme)
            ORDER BY CASE WHEN b.rank IS NULL THEN 1 ELSE 0 END, b.rank, m.position, b.id
            """
        ).map { SittingBoard(key: try $0.get("key"), name: try $0.get("name"), rank: try $0.get("rank")) }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// What tests about decision papers begin with: the people who write, sign, record and confirm, and two proposals of
/// Musterregion whose gates are open: 18 (waste heat) and 19 (meeting places).
enum TestPaper {
    static let now = TestConsultation.now
    static let waste: Int64 = 18
    static let places: Int64 = 19

    struct House: Sendable {
        let programme: String
        let office: Visitor
        /// Officers of the ministries MVU and MFH.
        let officers: [String: Visitor]
        let recorder: Visitor
        let confirmer: Visitor
    }

    static func with(_ engine: Engine, _ test: (Database, House) async throws -> Void) async throws {
        try await TestConsultation.with(engine) { database, house in
            let all = try await database.write { db in try people(db, house) }
            try await test(database, all)
        }
    }

    private static func people(_ db: Connection, _ house: TestConsultation.House) throws -> House {
        var officers: [String: Visitor] = [:]
        for ministry in try SynopsisChoices.load(in: house.programme, db).ministries {
            let person = try TestPeople.make("\(ministry.key)@example.org", in: db)
            officers[ministry.key] = Visitor(
                person, roles: [HeldRole(.ministryOfficer, in: house.programme, for: ministry.id)])
        }
        let cabinet = try ["karla@example.org", "kurt@example.org"].map { email in
            Visitor(try TestPeople.make(email, in: db), roles: [HeldRole(.cabinetOffice, in: house.programme)])
        }
        return House(
            programme: house.programme, office: house.office, officers: officers, recorder: cabinet[0],
            confirmer: cabinet[1])
    }

    static let wording: PaperWording.Making = { material in
        PaperWording(
            texts: [.hearing: "GEHEIM-ANHOERUNG", .costs: "GEHEIM-KOSTEN", .attachments: "1. Steckbrief"],
            items: Dictionary(
                material.proposals.map { ($0.number, "Das Kabinett beschließt „\($0.title)“.") },
                uniquingKeysWith: { first, _ in first }))
    }

    /// A paper with everything written, not given out yet.
    static func draft(
        _ db: Connection, _ house: House, proposals: [Int64] = [waste, places], corrects: Int64? = nil
    ) throws -> PaperAtWork {
        var form = PaperForm()
        form.title = "GEHEIM-VORLAGE Wärme und Treffpunkte"
        form.fileNumber = "KV-GEHEIM-9/2026"
        form.ministry = "MVU"
        form.proposals = proposals.map(String.init)
        let number = try ComposePaper(form, in: house.programme).run(
            as: house.office, at: now, in: db, wording: wording)
        try edit(number, db, house) { form in
            form.texts[.facts] = "GEHEIM-SACHVERHALT"
            form.texts[.reasons] = "GEHEIM-GRUND"
            guard let corrects else { return }
            form.newTitle = "Berichtigung"
            form.newText = "Der Beschluss wird berichtigt."
            form.corrects = String(corrects)
        }
        return try find(number, db, house)
    }

    static func find(_ number: Int64, _ db: Connection, _ house: House) throws -> PaperAtWork {
        try #require(try PaperAtWork.find(number: number, in: house.programme, db))
    }

    static func edit(
        _ number: Int64, _ db: Connection, _ house: House, _ change: (inout PaperForm) -> Void
    ) throws {
        let paper = try find(number, db, house)
        var form = PaperForm()
        form.title = paper.title
        form.fileNumber = paper.fileNumber
        form.ministry = paper.ministry?.key
        form.handling = paper.handling?.rawValue
        form.urgency = paper.urgency
        form.texts = paper.texts
        form.revision = paper.revision
        change(&form)
        try EditPaper(form, of: number, in: house.programme).run(as: house.office, at: now, in: db, wording: wording)
    }

    static func sign(
        _ number: Int64, for ministry: String, answer: CoSignatureState = .signed, note: String? = nil,
        _ db: Connection, _ house: House
    ) throws {
        let paper = try find(number, db, house)
        let officer = try #require(house.officers[ministry])
        try SignPaper(
            number, in: house.programme, for: ministry, answer: answer.rawValue, note: note, revision: paper.revision
        ).run(as: officer, at: now, in: db)
    }

    /// A paper that has been signed and submitted.
    static func submitted(
        _ db: Connection, _ house: House, proposals: [Int64] = [waste, places], corrects: Int64? = nil
    ) throws -> PaperAtWork {
        let paper = try draft(db, house, proposals: proposals, corrects: corrects)
        try BeginSigning(paper.number, in: house.programme, by: ["MFH"], until: "2026-11-30")
            .run(as: house.office, at: now, in: db)
        try sign(paper.number, for: "MFH", db, house)
        try SubmitPaper(paper.number, in: house.programme).run(as: house.office, at: now, in: db)
        return try find(paper.number, db, house)
    }

    /// A sitting of a board on a day.
    static func sitting(_ board: String, on day: String, _ db: Connection, _ house: House) throws -> Int64 {
        var form = SittingForm()
        form.board = board
        form.heldOn = day
        form.place = "GEHEIM-SAAL"
        return try PlanSitting(form, in: house.programme).run(as: house.recorder, at: now, in: db)
    }

    /// A paper on the agenda of a cabinet that has met today, after the state secretaries have recommended it.
    static func onAgenda(
        _ db: Connection, _ house: House, proposals: [Int64] = [waste, places], corrects: Int64? = nil
    ) throws -> PaperAtWork {
        let paper = try submitted(db, house, proposals: proposals, corrects: corrects)
        let first = try sitting("staatssekretaere", on: "2026-11-20", db, house)
        let second = try sitting("kabinett", on: "2026-11-23", db, house)
        try PutOnAgenda(paper.number, in: house.programme, sitting: String(first), label: "3")
            .run(as: house.recorder, at: now, in: db)
        try NoteStation(paper.number, in: house.programme, result: "recommended", note: nil)
            .run(as: house.recorder, at: now, in: db)
        try PutOnAgenda(paper.number, in: house.programme, sitting: String(second), label: "2")
            .run(as: house.recorder, at: now, in: db)
        return try find(paper.number, db, house)
    }

    /// Waste heat with a condition, all others deferred.
    static func results(_ paper: PaperAtWork) -> ResultsForm {
        var form = ResultsForm()
        form.all = DecisionOutcome.adopted.rawValue
        form.revision = paper.revision
        var first = ResultsForm.Entry()
        first.outcome = DecisionOutcome.conditional.rawValue
        first.reason = "GEHEIM-BEGRUENDUNG Wärme ist knapp."
        first.conditions = [
            .init(text: "GEHEIM-MASSGABE Netz mit den Stadtwerken klären", office: "mvu-rad", dueOn: "2027-03-31")
        ]
        var second = ResultsForm.Entry()
        second.outcome = DecisionOutcome.deferred.rawValue
        second.reason = "Die Standorte fehlen noch."
        second.deferredUntil = "2027-02-01"
        for entry in paper.entries { form.entries[entry.label] = entry.proposal?.number == waste ? first : second }
        return form
    }

    static func decide(_ paper: PaperAtWork, _ form: ResultsForm, _ db: Connection, _ house: House) throws {
        try RecordResults(form, of: paper.number, in: house.programme).run(as: house.recorder, at: now, in: db)
        let recorded = try find(paper.number, db, house)
        try ConfirmResults(paper.number, in: house.programme, revision: recorded.revision)
            .run(as: house.confirmer, at: now, in: db)
    }
}

extension Decision {
    /// Every public decision, the newest first.
    static func all(in programme: String, _ db: Connection) throws -> [Decision] {
        try ListPage.all { page in try list(Filter(), .newest, page, in: programme, db).rows }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Files that come with statements, and what the public gets of them.
@Suite struct StatementFilesTests {
    private static let now = TestConsultation.now

    private static func paper(_ name: String, _ words: String) -> IncomingFile {
        IncomingFile(name: name, mediaType: .pdf, bytes: Array("%PDF-1.7 \(words) %%EOF".utf8))
    }

    private static func shelf(
        _ files: [IncomingFile], in programme: String, _ db: Connection
    ) throws -> AttachmentShelf {
        let chosen = files.map { KeepAttachments.ChosenFile($0, description: nil) }
        let kept = try KeepAttachments(AttachmentForm(), chosen: chosen, in: programme).run(of: nil, at: now, in: db)
        return try #require(kept.shelf)
    }

    /// A closed hearing with one statement that may be published and has three files.
    private static func hearing(
        _ db: Connection, _ house: TestConsultation.House
    ) throws -> (place: StatementOnFile.Place, id: String) {
        let rules = try TestConsultation.opened(db, house)
        let vera = try TestStatement.writer(rules, in: db)
        var form = TestStatement.form("Rufen Sie Frau Geheimnis an.", points: ["Frau Geheimnis friert."])
        form.mayPublish = true
        form.shelf = try shelf(
            ["bleibt", "offen", "schwarz"].map { paper("GEHEIM-\($0).pdf", $0) }, in: house.programme, db)
        try TestStatement.write(form, rules, .submit, by: vera, in: db)
        try MoveConsultation(rules.number, in: house.programme, .close, because: "Alle haben geantwortet.")
            .run(as: house.office, at: now, in: db)
        let id = try #require(try TestStatement.submitted(rules, by: vera, db)).id
        let number = try #require(try MatterRow.find(id, of: house.programme, in: db)?.number)
        return (StatementOnFile.Place(number, in: rules.number, of: house.programme), id)
    }

    private static func publish(_ place: StatementOnFile.Place, _ house: TestConsultation.House, _ db: Connection)
        throws
    {
        let rules = try #require(try ConsultationRules.find(number: place.consultation, in: place.programme, db))
        let places = try SynopsisPoint.list(of: rules.id, SynopsisFilter(), on: now.day, ListPage(1), db).rows
            .map(\.place)
        try MoveConsultation(rules.number, in: house.programme, .evaluate, because: nil)
            .run(as: house.office, at: now, in: db)
        for place in places {
            let file = try #require(try PointFile.load(place, in: rules, db))
            var form = AssessmentForm()
            form.outcome = PointOutcome.noted.rawValue
            form.assessment = "Zur Kenntnis."
            form.revision = file.revision
            try AssessPoint(place, in: rules.number, of: house.programme, form).run(as: house.office, at: now, in: db)
        }
        try ReleasePoints(places, in: rules.number, of: house.programme).run(as: house.office, at: now, in: db)
        try PublishSynopsis(rules.number, in: house.programme).run(as: house.office, at: now, in: db) { _ in
            Letter(subject: "Antwort", text: "Antwort")
        }
    }

    @Test(arguments: TestPlace.engines)
    func `files stay inside until an office lets them through, and the public reads the blackened text`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (place, id) = try await database.write { db in try Self.hearing(db, house) }
            let (originals, before) = try await database.write { db in
                let files = try StatementFiles(of: id, in: house.programme).originals(db)
                let numbers = files.compactMap(\.number)
                try DecideStatementFile(place, document: numbers[1], .asItIs, copy: nil)
                    .run(as: house.office, at: Self.now, in: db)
                try DecideStatementFile(
                    place, document: numbers[2], .blackened, copy: Self.paper("Kopie Geheimnis.pdf", "xxx")
                ).run(as: house.office, at: Self.now, in: db)
                let statement = try StatementOnFile.forWriting(place, as: house.office, in: db).0
                var form = PublicTextForm()
                form.text = "Rufen Sie [geschwärzt] an."
                form.points = ["1": "[geschwärzt] friert."]
                form.revision = statement.revision
                try EditPublicText(form, of: place).run(as: house.office, at: Self.now, in: db)
                return (files, try Document.list(of: [id], in: house.programme, db).map(\.title))
            }
            let (documents, statement, points, record, report) = try await database.write { db in
                try Self.publish(place, house, db)
                let record = try #require(
                    try ProgrammeContents.find(StatementRecord.self, id, of: house.programme, in: db)?.record)
                return (
                    try Document.list(of: [id], in: house.programme, db),
                    try #require(try Statement.find(number: place.statement, in: house.programme, db)),
                    try Point.list(of: id, in: house.programme, db), record, try VerifyJournal().run(in: db)
                )
            }

            #expect(originals.map(\.fileName) == ["GEHEIM-bleibt.pdf", "GEHEIM-offen.pdf", "GEHEIM-schwarz.pdf"])
            #expect(originals.allSatisfy { $0.rule == .internal })
            #expect(before == [])
            #expect(Set(documents.compactMap(\.fileName)).count == 2)
            #expect(documents.contains { $0.fileName == "GEHEIM-offen.pdf" })
            #expect(documents.contains { $0.fileName?.hasSuffix("-geschwaerzt.pdf") == true })
            #expect(!documents.contains { $0.title.contains("Geheimnis") })
            #expect(statement.text == "Rufen Sie [geschwärzt] an.")
            #expect(statement.isBlackened)
            #expect(points.map(\.text) == ["[geschwärzt] friert."])
            #expect(record.text?.contains("Geheimnis") == true)
            #expect(!CanonicalJSON.text(record.publicForm.plain).contains("Geheimnis"))
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a letter comes with its scan, and nobody else decides on it`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let rules = try await database.write { db in try TestConsultation.opened(db, house) }
            let (place, file) = try await database.write { db in
                var capture = StatementCapture()
                capture.sender = rules.invited[0]
                capture.channel = "letter"
                capture.receivedOn = "2026-11-23"
                capture.form.shelf = try Self.shelf([Self.paper("Brief.pdf", "Brief")], in: house.programme, db)
                let number = try CaptureStatement(capture, in: rules.number, of: rules.programme)
                    .run(as: house.office, at: Self.now, in: db)
                let place = StatementOnFile.Place(number, in: rules.number, of: house.programme)
                let statement = try StatementOnFile.forWriting(place, as: house.office, in: db).0
                let files = try StatementFiles(of: statement.id, in: house.programme).originals(db)
                return (place, try #require(files.first))
            }
            let number = try #require(file.number)

            #expect(file.fileName == "Brief.pdf")
            await #expect(throws: InvalidForm([.init("geschwaerzt-\(number)", "blackened-file-missing")])) {
                try await database.write { db in
                    try DecideStatementFile(place, document: number, .blackened, copy: nil)
                        .run(as: house.office, at: Self.now, in: db)
                }
            }
            await #expect(throws: Refusal.self) {
                try await database.write { db in
                    let reader = Visitor(try TestPeople.make("leser@example.org", in: db), roles: [])
                    try DecideStatementFile(place, document: number, .asItIs, copy: nil)
                        .run(as: reader, at: Self.now, in: db)
                }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever amends a statement adds files and takes others back`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let names = try await database.write { db -> [String?] in
                let rules = try TestConsultation.opened(db, house)
                let vera = try TestStatement.writer(rules, in: db)
                var form = TestStatement.form("Ja.")
                form.shelf = try Self.shelf([Self.paper("alt.pdf", "alt")], in: house.programme, db)
                try TestStatement.write(form, rules, .submit, by: vera, in: db)
                let id = try #require(try TestStatement.submitted(rules, by: vera, db)).id
                let files = StatementFiles(of: id, in: house.programme)
                var amended = TestStatement.form("Ja, aber.", revision: 1)
                amended.unwantedFiles = Set(try files.originals(db).compactMap(\.number))
                amended.shelf = try Self.shelf([Self.paper("neu.pdf", "neu")], in: house.programme, db)
                try TestStatement.write(amended, rules, .submit, by: vera, in: db)
                return try files.originals(db).map(\.fileName)
            }

            #expect(names == ["neu.pdf"])
        }
    }
}

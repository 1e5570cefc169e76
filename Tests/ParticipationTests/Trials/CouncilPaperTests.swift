// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

/// A trial with data from elsewhere: the papers of a city council become proposals, their readings agendas, the votings
/// decisions, as docs/council-import.md says.
@Suite(.enabled(if: OutsideData.folder != nil, "DREIKLANG_SHARED names no folder"))
struct CouncilPaperTests {
    @Test(arguments: TestPlace.engines)
    func `a whole council is taken in, nothing lost and nothing invented`(_ engine: Engine) async throws {
        let council = try CouncilData.read()
        let package = try CouncilPackage(council, CouncilData.results())

        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            let (counts, outcomes, report) = try await database.write { db in
                _ = try ImportPackage(package.files).run(at: TestConsultation.now, in: db)
                return (try Self.counts(db), try Self.outcomes(db), try VerifyJournal().run(in: db))
            }
            await database.close()

            #expect(council.papers.count == 3_464)
            #expect(council.votings.count == 1_879)
            #expect(
                counts == [
                    "proposals": 3_464, "papers": 3_464, "boards": 26, "sittings": 467, "readings": 8_695,
                    "decisions": 1_879, "decisions on papers": 1_517, "adopted": 1_354, "rejected": 525,
                ])
            #expect(
                outcomes == [
                    "entschieden beschlossen": 834, "entschieden abgelehnt": 320, "vorgelegt vertagt": 114,
                    "veröffentlicht ": 2_146, "zurückgezogen ": 50,
                ])
            #expect(package.wordings.count == 24)
            #expect(
                package.unknown == [
                    "Einzelabstimmung": 82, "mit Beschlussfassung zum Änderungsantrag erledigt": 56, "": 42,
                    "mit Beschlussfassung zur Vorlage gegenstandslos": 4,
                ])
            #expect(report.faults == [])
        }
    }

    private static func counts(_ db: Connection) throws -> [String: Int64] {
        let queries: [(String, SQL)] = [
            ("proposals", "SELECT COUNT(*) FROM proposal"), ("papers", "SELECT COUNT(*) FROM paper"),
            ("boards", "SELECT COUNT(*) FROM board"), ("sittings", "SELECT COUNT(*) FROM sitting"),
            ("readings", "SELECT COUNT(*) FROM agenda_item"), ("decisions", "SELECT COUNT(*) FROM decision"),
            ("decisions on papers", "SELECT COUNT(*) FROM decision WHERE paper_id IS NOT NULL"),
            ("adopted", "SELECT COUNT(*) FROM decision WHERE outcome = 'decision.adopted'"),
            ("rejected", "SELECT COUNT(*) FROM decision WHERE outcome = 'decision.rejected'"),
        ]
        var counts: [String: Int64] = [:]
        for (name, query) in queries { counts[name] = try db.value(query) }
        return counts
    }

    /// How many proposals stand where, with which outcome, in the words of packages.
    private static func outcomes(_ db: Connection) throws -> [String: Int64] {
        var outcomes: [String: Int64] = [:]
        for row in try db.rows("SELECT state, outcome, COUNT(*) AS count FROM proposal GROUP BY state, outcome") {
            let state: ProposalState = try row.get("state")
            let outcome: ProposalOutcome? = try row.get("outcome")
            outcomes["\(state.word) \(outcome?.word ?? "")"] = try row.get("count")
        }
        return outcomes
    }
}

/// The files of the source.
private struct CouncilData {
    let papers: [Paper]
    let votings: [Voting]

    struct Paper: Decodable {
        let reference: String
        let type: String
        let title: String
        let consultations: [Reading]
    }

    struct Reading: Decodable {
        let meeting: String
        let date: String
        let role: String
        let organization: String
        let agendaItem: String?
        let result: String?
    }

    struct Voting: Decodable {
        let session: String
        let number: Int
        let reference: String
        let title: String
        let yes: Int
        let no: Int

        enum CodingKeys: String, CodingKey {
            case session, number, title, yes, no
            case reference = "paper_reference"
        }
    }

    /// Where a proposal stands after a reading with a result.
    struct Standing: Equatable {
        let state: ProposalState
        let outcome: ProposalOutcome?
    }

    static func read() throws -> CouncilData {
        let folder = try #require(OutsideData.folder).appending(path: "data/magdeburg-ratsvorlagen")
        return CouncilData(
            papers: try lines(folder.appending(path: "papers.jsonl.gz")),
            votings: try lines(folder.appending(path: "votings.jsonl.gz")))
    }

    /// The table that ships in docs, so that neither it nor this trial can go its own way.
    static func results() throws -> [String: Standing] {
        let file = Bundled.resources.deletingLastPathComponent().appending(path: "docs/council-import.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = text.components(separatedBy: "| result of a reading").last?.components(separatedBy: "\n\n").first
        var results: [String: Standing] = [:]
        for line in (rows ?? "").split(separator: "\n").dropFirst(2) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let state = try #require(ProposalState.allCases.first { $0.word == cells[2] })
            results[cells[1]] = Standing(state: state, outcome: ProposalOutcome.allCases.first { $0.word == cells[3] })
        }
        return results
    }

    private static func lines<Row: Decodable>(_ file: URL) throws -> [Row] {
        let unpacking = Process()
        let pipe = Pipe()
        unpacking.executableURL = URL(filePath: "/usr/bin/env")
        unpacking.arguments = ["gzip", "--decompress", "--stdout", file.path]
        unpacking.standardOutput = pipe
        try unpacking.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        unpacking.waitUntilExit()
        #expect(unpacking.terminationStatus == 0)
        let decoder = JSONDecoder()
        return try data.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(Row.self, from: Data($0)) }
    }
}

/// The package that the data become.
private struct CouncilPackage {
    let files: [PackageFile]
    /// The results that occur, and how often those occur that say nothing; empty for no result at all.
    let wordings: Set<String>
    let unknown: [String: Int]

    private struct Meeting: Hashable {
        let organisation: String
        let name: String
        let time: String

        init(_ reading: CouncilData.Reading) {
            organisation = reading.organization
            name = reading.meeting
            time = reading.date
        }

        var day: String { String(time.prefix(10)) }
    }

    init(_ council: CouncilData, _ results: [String: CouncilData.Standing]) throws {
        let readings = council.papers.flatMap(\.consultations)
        wordings = Set(readings.compactMap(\.result))
        unknown = Dictionary(grouping: readings.map { $0.result ?? "" }.filter { results[$0] == nil }) { $0 }
            .mapValues(\.count)
        let boards = Set(readings.map(\.organization)).sorted()
        let meetings = Set(readings.map(Meeting.init)).sorted {
            ($0.time, $0.organisation, $0.name) < ($1.time, $1.organisation, $1.name)
        }
        var sittings = try meetings.enumerated().map { index, meeting in
            var sitting = SittingRecord()
            sitting.id = "sitzung-\(index + 1)"
            sitting.publicNumber = Int64(index + 1)
            sitting.board = "gremium-\((boards.firstIndex(of: meeting.organisation) ?? 0) + 1)"
            sitting.heldOn = try #require(PartialDate(meeting.day))
            return sitting
        }
        let places = Dictionary(uniqueKeysWithValues: meetings.enumerated().map { ($1, $0) })
        for (index, paper) in council.papers.enumerated() {
            for reading in paper.consultations {
                let place = try #require(places[Meeting(reading)])
                sittings[place].agenda.append(Self.agendaItem(reading, of: paper, index))
            }
        }
        let decisions = try Self.decisions(council, meetings, sittings)
        files = [
            PackageFile(name: "programme", value: Self.programme.plain),
            PackageFile(name: "pillars", value: .list([])),
            PackageFile(name: "boards", value: .list(boards.enumerated().map { Self.board($1, $0).plain })),
            PackageFile(name: "sittings", value: .list(sittings.map(\.plain))),
            PackageFile(
                name: "proposals",
                value: .list(council.papers.enumerated().map { Self.proposal($1, $0, results).plain })),
            PackageFile(name: "papers", value: .list(council.papers.enumerated().map { Self.paper($1, $0).plain })),
            PackageFile(name: "decisions", value: .list(decisions.map(\.plain))),
        ]
    }

    private static var programme: ProgrammeRecord {
        var programme = ProgrammeRecord()
        programme.slug = "stadtrat"
        programme.title = "Stadtrat"
        programme.summary = "Vorlagen eines Stadtrats"
        programme.regionName = "Stadt"
        return programme
    }

    private static func board(_ name: String, _ index: Int) -> BoardRecord {
        var board = BoardRecord()
        board.id = "gremium-\(index + 1)"
        board.name = name
        return board
    }

    private static func agendaItem(
        _ reading: CouncilData.Reading, of paper: CouncilData.Paper, _ index: Int
    ) -> AgendaItemRecord {
        var item = AgendaItemRecord()
        item.label = reading.agendaItem ?? "–"
        item.title = "\(reading.role): \(paper.title)" + (reading.result.map { " (\($0))" } ?? "")
        item.paper = "vorlage-\(index + 1)"
        return item
    }

    private static func proposal(
        _ paper: CouncilData.Paper, _ index: Int, _ results: [String: CouncilData.Standing]
    ) -> ProposalRecord {
        let inOrder = paper.consultations.enumerated().sorted {
            ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
        }
        let last = inOrder.compactMap { $0.element.result.flatMap { results[$0] } }.last
        var proposal = ProposalRecord()
        proposal.id = "vorschlag-\(index + 1)"
        proposal.publicNumber = Int64(index + 1)
        proposal.title = paper.title
        proposal.summary = paper.type
        proposal.state = last?.state ?? .published
        proposal.outcome = last?.outcome
        return proposal
    }

    private static func paper(_ source: CouncilData.Paper, _ index: Int) -> PaperRecord {
        var item = DecisionItemRecord()
        item.label = "1"
        item.title = source.title
        item.proposal = "vorschlag-\(index + 1)"
        var paper = PaperRecord()
        paper.id = "vorlage-\(index + 1)"
        paper.publicNumber = Int64(index + 1)
        paper.title = source.title
        paper.fileNumber = source.reference
        paper.state = .published
        paper.items = [item]
        return paper
    }

    private static func decisions(
        _ council: CouncilData, _ meetings: [Meeting], _ sittings: [SittingRecord]
    ) throws -> [DecisionRecord] {
        let papers = Dictionary(
            council.papers.enumerated().map { ($1.reference, $0) }, uniquingKeysWith: { first, _ in first })
        return try council.votings.enumerated().map { index, voting in
            let place = meetings.firstIndex { $0.organisation == "Stadtrat" && $0.day == voting.session }
            var decision = DecisionRecord()
            decision.id = "beschluss-\(index + 1)"
            decision.publicNumber = Int64(index + 1)
            decision.sitting = sittings[try #require(place, "no sitting on \(voting.session)")].id
            if let paper = papers[voting.reference] {
                decision.paper = "vorlage-\(paper + 1)"
                decision.item = "1"
            }
            decision.title = voting.title.isEmpty ? "Abstimmung \(voting.number)" : voting.title
            decision.text = "\(voting.yes) Ja, \(voting.no) Nein"
            decision.outcome = voting.yes > voting.no ? .adopted : .rejected
            return decision
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct ProposalDraftTests {
    private static let whole: [String: String] = {
        var texts: [String: String] = ["cost_eur": "120000", "text": "Erster Absatz.\n\nZweiter Absatz.\n\n\nDritter."]
        for part in ProposalPart.required where part != .text { texts[part.rawValue] = "GEHEIM-\(part.rawValue)" }
        for criterion in SelectionCriterion.usual { texts[criterion.part] = "GEHEIM-Antwort" }
        return texts
    }()

    /// A draft of the first forum that takes up two of its ideas.
    private static func begin(_ site: EventSite, _ db: Connection) throws -> (id: String, ideas: [DeskIdea]) {
        let column = try DeskColumn.load(.new, ofForum: site.forum, page: 1, in: site.programme, db)
        let ideas = Array(column.ideas.prefix(2))
        let id = try BeginProposal(inForum: 1, from: ideas.map(\.number))
            .run(as: site.lead, at: EventSite.now, in: site.programme, db)
        return (id, ideas)
    }

    @Test func `what only one of two has changed is taken, what both have changed is looked at`() {
        let base = ProposalTexts(["a": "1", "b": "1", "c": "1", "d": "1"])
        let theirs = ProposalTexts(["a": "2", "b": "1", "c": "2", "d": "2", "e": "neu"])
        let mine = ProposalTexts(["a": "1", "b": "3", "c": "3", "d": "2"])

        let merge = ProposalMerge(base: base, theirs: theirs, mine: mine)

        #expect(merge.merged.texts == ["a": "2", "b": "3", "c": "3", "d": "2", "e": "neu"])
        #expect(merge.conflicts == [.init(part: "c", mine: "3", theirs: "2")])
    }

    @Test(arguments: TestPlace.engines)
    func `two people write at once: other parts come together, the same part loses nothing`(
        engine: Engine
    ) async throws {
        try await EventSite.with(engine) { site in
            let (texts, conflict, revision) = try await site.database.write { db in
                let (id, _) = try Self.begin(site, db)
                func save(_ texts: [String: String], by visitor: Visitor, _ base: Int64, automatic: Bool = false) throws
                    -> Int64
                {
                    try SaveProposal(id, texts, basedOn: base, isAutomatic: automatic)
                        .run(as: visitor, at: EventSite.now, in: site.programme, db)
                }
                let start = try save(["title": "Bus", "aim": "A", "measures": "M"], by: site.lead, 1)
                _ = try save(["title": "Bus", "aim": "A von Lea", "measures": "M"], by: site.lead, start)
                _ = try save(["title": "Bus", "aim": "A", "measures": "M von Olaf"], by: site.office, start)
                let texts = try ProposalDraft.texts(of: id, db)
                let conflict = #expect(throws: DraftConflict.self) {
                    try save(["title": "Bus", "aim": "A von Olaf", "measures": "M"], by: site.office, start)
                }
                #expect(throws: DraftConflict.self) {
                    try save(["title": "Bus", "summary": "S"], by: site.office, start, automatic: true)
                }
                #expect(throws: DraftConflict.self) { try save(["title": "Zug"], by: site.office, 99) }
                return (texts, conflict, try ProposalDraft.find(id, in: site.programme, db)?.revision)
            }
            #expect(texts[.aim] == "A von Lea")
            #expect(texts[.measures] == "M von Olaf")
            #expect(conflict?.merge.conflicts == [.init(part: "aim", mine: "A von Olaf", theirs: "A von Lea")])
            #expect(conflict?.merge.merged[.measures] == "M von Olaf")
            #expect(revision == conflict?.revision)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a draft is nowhere to be found before it is published`(engine: Engine) async throws {
        try await EventSite.with(engine) { site in
            let (before, after, files, report) = try await site.database.write { db in
                let before = try Self.counts(site, db)
                let (id, ideas) = try Self.begin(site, db)
                try SaveProposal(id, Self.whole, basedOn: 1)
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db)
                try WriteNote("GEHEIM-Notiz", on: .draft(id))
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db)
                try WriteNote("GEHEIM-Notiz", on: .idea(ideas[0].number, inForum: 1))
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db)
                try ArrangeIdeas([ideas[0].number], inForum: 1, .bundle("GEHEIM-Bündel"))
                    .run(as: site.lead, in: site.programme, db)
                let files = try [true, false].map {
                    try ExportPackage(slug: "musterregion", isComplete: $0).run(in: db)
                }
                let after = try Self.counts(site, db)
                return (before, after, files, try VerifyJournal().run(in: db))
            }
            #expect(before == after)
            #expect(!String(describing: files).contains("GEHEIM"))
            #expect(report.faults == [])
        }
    }

    /// What is counted, searched and journalled.
    private static func counts(_ site: EventSite, _ db: Connection) throws -> [Int64?] {
        try [
            db.value("SELECT COUNT(*) FROM matter"), db.value("SELECT COUNT(*) FROM proposal"),
            db.value("SELECT COUNT(*) FROM journal_entry"), db.value("SELECT COUNT(*) FROM search_document"),
            db.value("SELECT COUNT(*) FROM thread_link"),
        ]
    }

    @Test(arguments: TestPlace.engines)
    func `published it has a number, paragraphs, a Steckbrief, and the ideas lead to it`(
        engine: Engine
    ) async throws {
        try await EventSite.with(engine) { site in
            let published = try await site.database.write { db in
                let (id, ideas) = try Self.begin(site, db)
                try SaveProposal(id, Self.whole, basedOn: 1)
                    .run(as: site.lead, at: EventSite.now, in: site.programme, db)
                try HandOverProposal(id).run(as: site.lead, in: site.programme, db)
                let number = try PublishProposal(id).run(as: site.office, at: EventSite.now, in: site.programme, db)
                let proposal = try #require(try Proposal.find(number: number, in: site.programme, db))
                let links: Int64? = try db.value(
                    """
                    SELECT COUNT(*) FROM thread_link WHERE to_id = \(proposal.id) AND kind = 'taken_up_in'
                        AND from_id IN \(list: ideas.map(\.id))
                    """)
                return (
                    proposal, try Proposal.versions(of: proposal.id, db), try Proposal.facts(of: proposal.id, db),
                    try Proposal.criteria(of: proposal.id, db), links, try VerifyJournal().run(in: db),
                    try ExportPackage(slug: "musterregion", isComplete: false).run(in: db)
                )
            }
            let (proposal, versions, facts, criteria, links, report, files) = published
            let again = try ReadPackage.contents(of: try #require(files))

            #expect(proposal.state == .published)
            #expect(proposal.costCents == 12_000_000)
            #expect(versions.map(\.number) == [1])
            #expect(versions.first?.paragraphs.map(\.label) == ["1", "2", "3"])
            #expect(versions.first?.paragraphs.map(\.lineage) == ["a1", "a2", "a3"])
            #expect(facts.map(\.aspect) == [.aim, .benefit, .measures, .lead])
            #expect(criteria.map(\.criterion) == SelectionCriterion.usual.map(\.text))
            #expect(links == 2)
            #expect(report.faults == [])
            #expect(again.records(ProposalRecord.self).last?.facts.count == 4)
        }
    }

    @Test func `what is not finished is not handed over, and says everything that is missing`() async throws {
        try await EventSite.with(.sqlite) { site in
            let invalid = try await site.database.write { db in
                let (id, _) = try Self.begin(site, db)
                return #expect(throws: InvalidForm.self) {
                    try HandOverProposal(id).run(as: site.lead, in: site.programme, db)
                }
            }
            #expect(
                invalid?.faults.map(\.field) == ["summary", "aim", "regional_benefit", "measures", "lead", "text"]
                    + SelectionCriterion.usual.map(\.part))
        }
    }
}

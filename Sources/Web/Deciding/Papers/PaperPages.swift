// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One paper with everything in it, and what the visitor can do with it now.
struct PaperPage: Page {
    static let template = "Papers/show"
    let kicker: String
    let heading: String
    let summary: ErrorSummary?
    let badges: [Badge]
    let notices: [Notice]
    let ways: [Section.More]
    let offer: ExportOffer
    let facts: Facts
    let acts: [PaperAct]
    let lacks: [GatePage.Row]
    let sections: [Section]
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PaperPage(
        kicker: "Vorlage 3", heading: "Leitentscheidung", summary: .sample, badges: [.sample], notices: [.sample],
        ways: [Section.More(label: "Text bearbeiten", link: "/arbeit/vorlagen/3/text")], offer: .sample, facts: .sample,
        acts: [.sample], lacks: GatePage.sample.rows, sections: [.sample],
        crumbs: [Crumb(label: "Kabinettvorlagen", link: "/arbeit/vorlagen")])
}

extension PaperPage {
    init(
        _ file: PaperFile, sent: Query, _ faults: FormFaults, today: PartialDate, formKey: String,
        offer: ExportOffer, in context: SiteContext
    ) {
        let paper = file.paper
        let story = PaperStory(paper: paper, context: context)
        let excepted = Set(paper.entries.filter { $0.exceptionReason != nil }.compactMap(\.proposal?.id))
        kicker = context.text("papers.number", ["number": context.notation.number(paper.number)])
        heading = paper.title
        summary = faults.summary
        badges = [context.badge(state: paper.state.rawValue)]
        notices = [
            paper.isPublished
                ? Notice(context.text("papers.notice.published"), tone: .good)
                : Notice(context.text("papers.notice.confidential"), tone: .warning)
        ]
        ways = Self.ways(file, today: today, in: context)
        self.offer = offer
        facts = story.facts
        acts = PaperActs(file: file, sent: sent, faults: faults, today: today, formKey: formKey, context: context).all
        lacks =
            paper.isWritable
            ? file.gates.filter { !$0.isOpen && !excepted.contains($0.proposal.id) }.map {
                GatePage.Row($0, in: context)
            } : []
        sections = [story.results, story.stations].compactMap { $0 } + story.sections
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk)),
        ]
    }

    private static func ways(_ file: PaperFile, today: PartialDate, in context: SiteContext) -> [Section.More] {
        let paper = file.paper
        let mayRecord =
            context.visitor.mayRunSittings(in: paper.programme).isAllowed && paper.isReadyToBeDecided(file, today)
        let ways: [(String, String, Bool)] = [
            ("papers.ways.text", PaperPaths.text(paper.number), context.visitor.mayWrite(paper.standing).isAllowed),
            ("papers.ways.print", PaperPaths.printed(paper.number), true),
            ("papers.ways.results", PaperPaths.results(paper.number), mayRecord),
        ]
        return ways.filter(\.2).map { Section.More(label: context.text($0.0), link: context.links.to($0.1)) }
    }
}

extension PaperAtWork {
    /// Whether its decisions are public, also where they came with a package.
    var isPublished: Bool { state == .published || (state == .decided && confirmedBy == nil) }

    /// Whether it lies before a board that decides, in a sitting that has been held.
    func isReadyToBeDecided(_ file: PaperFile, _ today: PartialDate) -> Bool {
        guard state == .onAgenda, let sitting = decidingStation?.sitting else { return false }
        let last = file.boards.compactMap(\.rank).max()
        return sitting.rank != nil && sitting.rank == last && sitting.heldOn <= today
    }
}

/// A paper for printing, or an extract of what a sitting has decided.
struct PaperPrintPage: Page {
    static let template = "Papers/print"
    let kicker: String
    let heading: String
    let about: String
    let facts: Facts
    let sections: [Section]
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PaperPrintPage(
        kicker: "Vertraulich", heading: "Leitentscheidung", about: "Vorlage 3, Fassung 2", facts: .sample,
        sections: [.sample], crumbs: [Crumb(label: "Vorlage 3", link: "/arbeit/vorlagen/3")])
}

extension PaperPrintPage {
    init(_ paper: PaperAtWork, in context: SiteContext) {
        let story = PaperStory(paper: paper, context: context)
        kicker = context.text("papers.confidential")
        heading = paper.title
        about = context.text("papers.number", ["number": context.notation.number(paper.number)])
        facts = story.facts
        sections = story.sections
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk)),
            Crumb(label: paper.title, link: context.links.to(PaperPaths.paper(paper.number))),
        ]
    }

    /// What one ministry needs to know of a sitting: the decisions on papers that it leads or owes something for.
    init(
        extractOf sitting: SittingAtWork, _ papers: [PaperAtWork], for ministry: SynopsisChoices.Ministry,
        _ offices: [SynopsisPoint.Office], in context: SiteContext
    ) {
        let own = offices.filter { $0.ministryID == ministry.id }.map(\.key)
        let concerned = papers.filter { paper in
            !paper.results.isEmpty
                && (paper.ministry?.id == ministry.id
                    || paper.signatures.contains { $0.ministry.id == ministry.id }
                    || paper.results.contains { $0.conditions.contains { own.contains($0.office) } })
        }
        kicker = context.text("papers.sittings.extract", ["ministry": ministry.name])
        heading = sitting.label(in: context)
        about = context.text("papers.sittings.extract-about", count: concerned.count)
        facts = Facts(entries: [])
        sections = concerned.compactMap { paper in
            PaperStory(paper: paper, context: context).results.map { results in
                Section(
                    paper.title, bullets: results.bullets?.bullets ?? [], note: results.note)
            }
        }
        crumbs = [
            context.workCrumb,
            Crumb(label: sitting.label(in: context), link: context.links.to(PaperPaths.sitting(sitting.number))),
        ]
    }
}

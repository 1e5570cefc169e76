// SPDX-License-Identifier: EUPL-1.2

import Participation

/// All papers that the visitor may see, and the sittings they go into.
struct PaperDeskPage: Page {
    static let template = "Papers/desk"
    let heading: String
    let ways: [Section.More]
    let table: Table?
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PaperDeskPage(
        heading: "Kabinettvorlagen", ways: [Section.More(label: "Neue Vorlage", link: "/arbeit/vorlagen/neu")],
        table: .sample, empty: .sample, crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension PaperDeskPage {
    init(papers: [PaperListing], sittings: [SittingAtWork], in context: SiteContext) {
        let programme = context.currentProgramme?.id ?? ""
        let columns = ["title", "state", "lead", "items", "signatures"].map { key in
            Table.Column(context.text("papers.desk.columns.\(key)"), isNumber: ["items", "signatures"].contains(key))
        }
        let rows = papers.filter { context.visitor.mayRead($0.standing(in: programme)).isAllowed }.map { paper in
            Table.Row([
                Table.Cell(
                    columns[0], paper.title, link: context.links.to(PaperPaths.paper(paper.number)), isHeading: true),
                Table.Cell(columns[1], context.word(state: paper.state.rawValue)),
                Table.Cell(columns[2], paper.ministry ?? context.text("design.unknown")),
                Table.Cell(columns[3], context.notation.number(paper.entries)),
                Table.Cell(columns[4], context.notation.number(paper.openSignatures)),
            ])
        }
        heading = context.text("papers.desk.heading")
        ways = Self.ways(in: context)
        table = rows.isEmpty ? nil : Table(caption: context.text("papers.desk.caption"), columns: columns, rows: rows)
        empty = rows.isEmpty ? EmptyState(text: context.text("papers.desk.empty"), link: nil, linkLabel: nil) : nil
        crumbs = [context.workCrumb]
    }

    private static func ways(in context: SiteContext) -> [Section.More] {
        let programme = context.currentProgramme?.id ?? ""
        let mayBegin =
            context.visitor.mayBeginPaper(for: nil, in: programme).isAllowed
            || context.visitor.roles(in: programme).contains { $0.role == .ministryOfficer }
        let ways: [(String, String, Bool)] = [
            ("papers.form.new", PaperPaths.new, mayBegin), ("papers.gate.heading", PaperPaths.gate, true),
            (
                "papers.template.heading", PaperPaths.pattern,
                context.visitor.mayChangePaperTemplate(in: programme).isAllowed
            ),
            ("papers.sittings.heading", PaperPaths.sittings, context.visitor.mayRunSittings(in: programme).isAllowed),
        ]
        return ways.filter(\.2).map { Section.More(label: context.text($0.0), link: context.links.to($0.1)) }
    }
}

/// Which proposals could be put before a board, and what the others still lack.
struct GatePage: Page {
    static let template = "Papers/gate"
    let heading: String
    let count: String
    let rows: [Row]
    let empty: EmptyState?
    let crumbs: [Crumb]

    struct Row: Sendable {
        let title: String
        let link: String
        let badge: Badge
        let state: Badge
        let missing: [Lack]
        let paper: Section.More?
    }

    /// One thing that is missing; the link leads to where it can be done.
    struct Lack: Sendable {
        let text: String
        let link: String?
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = GatePage(
        heading: "Prüfung vor der Vorlage", count: "3 Vorschläge, 1 bereit",
        rows: [
            Row(
                title: "Vorschlag 12: Radparken", link: "/vorschlaege/12", badge: .sample, state: .sample,
                missing: [Lack(text: "Punkt 12.3 ist nicht freigegeben", link: "/arbeit/beteiligungen/7/punkte/12.3")],
                paper: Section.More(label: "In Vorlage 3", link: "/arbeit/vorlagen/3"))
        ], empty: .sample, crumbs: [Crumb(label: "Kabinettvorlagen", link: "/arbeit/vorlagen")])
}

extension GatePage {
    init(_ gates: [Gate], in context: SiteContext) {
        heading = context.text("papers.gate.heading")
        count = context.text(
            "papers.gate.count", count: gates.count, ["open": context.notation.number(gates.count(where: \.isOpen))])
        rows = gates.map { Row($0, in: context) }
        empty = gates.isEmpty ? EmptyState(text: context.text("papers.gate.empty"), link: nil, linkLabel: nil) : nil
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk)),
        ]
    }
}

extension GatePage.Row {
    init(_ gate: Gate, in context: SiteContext) {
        let proposal = gate.proposal
        title = "\(context.notation.number(proposal.number)) · \(proposal.title)"
        link = context.links.to("/vorschlaege/\(proposal.number)")
        badge =
            gate.isOpen
            ? Badge(context.text("papers.gate.open"), tone: .good, shape: .tick)
            : Badge(context.text("papers.gate.closed", count: gate.missing.count), tone: .warning, shape: .triangle)
        state = context.badge(state: proposal.state.rawValue)
        missing = gate.missing.map { GatePage.Lack($0, of: proposal, in: context) }
        paper = proposal.paper.map { number in
            Section.More(
                label: context.text("papers.gate.in-paper", ["number": context.notation.number(number)]),
                link: context.links.to(PaperPaths.paper(number)))
        }
    }
}

extension GatePage.Lack {
    init(_ missing: Gate.Missing, of proposal: Gate.Candidate, in context: SiteContext) {
        let revision = context.links.to(RevisionPaths.revision(proposal.number))
        switch missing {
        case .version: self.init(text: context.text("papers.gate.version"), link: revision)
        case .cost: self.init(text: context.text("papers.gate.cost"), link: revision + "#angaben")
        case .goal: self.init(text: context.text("papers.gate.goal"), link: revision + "#angaben")
        case .indicator: self.init(text: context.text("papers.gate.indicator"), link: revision + "#angaben")
        case .consultation(let number):
            self.init(
                text: context.text("papers.gate.consultation", ["number": context.notation.number(number)]),
                link: context.links.to(ConsultationPaths.atWork(number)))
        case .point(let place, let consultation):
            self.init(
                text: context.text("papers.gate.point", ["number": place.text]),
                link: context.links.to(SynopsisPaths.point(consultation, place.text)))
        case .idea(let number):
            self.init(
                text: context.text("papers.gate.idea", ["number": context.notation.number(number)]),
                link: context.links.to("/arbeit/ideen/\(number)"))
        }
    }
}

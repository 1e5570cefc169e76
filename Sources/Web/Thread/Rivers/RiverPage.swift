// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What the page of the programme's river tells.
struct RiverView: Sendable {
    let names: RiverNames
    let selection: RiverSelection
    let programmeRiver: ProgrammeRiver
    let figures: [Figure]

    /// What the register says about the stages.
    static var figureKeys: [String] { RiverStage.allCases.map(\.figure) }

    /// How many decisions there are; not known for a part of the programme.
    var decisions: Int64? {
        selection.isWhole ? figures.first { $0.key == "decisions" }?.counted : nil
    }

    /// Whose texts the page shows.
    var matters: [String] { (names.forums + names.fields).map(\.id) }

    static func load(_ query: Query, in programme: String, _ db: Connection) throws -> RiverView {
        let names = try RiverNames.load(in: programme, db)
        let figures = try FigureRegister.list(figureKeys, of: programme, in: db)
        return try load(RiverSelection(query, among: names), figures, names, in: programme, db)
    }

    static func load(
        _ selection: RiverSelection, _ figures: [Figure], _ names: RiverNames? = nil, in programme: String,
        _ db: Connection
    ) throws -> RiverView {
        let names = try names ?? RiverNames.load(in: programme, db)
        return RiverView(
            names: names, selection: selection,
            programmeRiver: ProgrammeRiver(try RiverCounts.load(in: programme, selection, db), names),
            figures: figures)
    }
}

extension RiverSelection {
    /// `?handlungsfeld=mobilitaet&forum=13`
    init(_ query: Query, among names: RiverNames) throws(PageFault) {
        self.init()
        field = try query.choice("handlungsfeld", among: names.fields.map(\.key))
        forum = try query.choice("forum", among: names.forums.map { String($0.number) }).flatMap { Int64($0) }
    }
}

/// `/faden`: the programme as a river, what got lost on the way, the numbers behind it, and where to take up a thread.
struct RiverPage: Page {
    static let template = "Rivers/show"
    let heading: String
    let filter: FilterForm
    let story: Section?
    let pictures: RiverPictures?
    let notices: [Notice]
    let stages: Table
    let strands: Strands?
    let downloads: Downloads?
    let rows: [ListRow]
    let empty: EmptyState?

    /// The numbers behind the drawing, a page of them at a time.
    struct Strands: Sendable {
        let table: Table
        let pager: Pager?
        /// Behind the first page it is what one came for.
        let isOpen: Bool
    }

    /// More than real programmes have so far.
    static let strandsOnPage: Int64 = 120

    var head: PageHead { PageHead(title: heading, formats: downloads?.formats ?? []) }

    static let sample = RiverPage(
        heading: "Roter Faden", filter: .sample, story: .sample, pictures: .sample, notices: [.sample],
        stages: .sample, strands: Strands(table: .sample, pager: .sample, isOpen: true), downloads: .sample,
        rows: [.sample], empty: .sample)
}

extension RiverPage {
    init(
        _ view: RiverView, _ beginnings: [ThreadBeginning], page: ListPage, _ texts: ProgrammeTexts,
        in context: SiteContext
    ) throws(PageFault) {
        let wording = RiverWording(view, texts, in: context)
        let river = view.programmeRiver.river
        heading = context.text("links.overview.heading")
        filter = Self.filter(view.names, texts, in: context)
        story = RiverStory(wording: wording).section
        pictures = river.strands.isEmpty ? nil : RiverPictures(of: view, wording)
        let hint = view.selection.field == nil ? nil : context.text("rivers.field-hint")
        notices = [hint].compactMap { $0 }.map { Notice($0) }
        stages = RiverStages(wording: wording).table
        strands = river.strands.isEmpty ? nil : try Strands(river, page, wording)
        downloads = river.strands.isEmpty ? nil : Downloads(of: "/faden", heading: heading, in: context)
        rows = beginnings.map { ListRow($0, texts, in: context) }
        empty =
            beginnings.isEmpty
            ? EmptyState(
                text: context.text("links.overview.empty"), link: context.links.to("/"),
                linkLabel: context.text("site.crumbs.start")) : nil
    }

    private static func filter(_ names: RiverNames, _ texts: ProgrammeTexts, in context: SiteContext) -> FilterForm {
        let title = { (name: RiverNames.Name) in
            name.title.map { texts.title(of: name.id, or: $0) } ?? ProgrammeText("")
        }
        return FilterForm(
            "/faden",
            [
                FilterForm.choice(
                    "handlungsfeld", label: context.word(kind: .field),
                    texts: names.fields.map { ($0.key, title($0)) }, in: context),
                FilterForm.choice(
                    "forum", label: context.word(kind: .forum),
                    texts: names.forums.map { forum in
                        let words = [String(forum.number), title(forum).text].filter { !$0.isEmpty }
                        return (String(forum.number), title(forum).replacing(words.joined(separator: " · ")))
                    }, in: context),
            ], in: context)
    }
}

extension RiverPage.Strands {
    init(_ river: River, _ page: ListPage, _ wording: RiverWording) throws(PageFault) {
        let context = wording.context
        table = Table(
            river, page.rows(of: river.strands), caption: context.text("rivers.table.caption"), wording)
        pager = try Pager(
            page: page.number, size: page.size, of: Int64(river.strands.count), path: "/faden", at: "tabelle",
            in: context)
        isOpen = page.number > 1
    }
}

extension ListRow {
    fileprivate init(_ beginning: ThreadBeginning, _ texts: ProgrammeTexts, in context: SiteContext) {
        let idea = beginning.idea
        let title = texts.title(of: idea.id, or: idea.title ?? context.word(kind: .idea))
        let end = texts.title(of: beginning.result.id, or: beginning.result.title ?? "")
        let kind = context.word(kind: beginning.result.kind)
        self.init(
            title: title.text, link: context.links.to(MatterPaths.thread(idea) ?? "/faden"),
            text: "→ \(kind): \(end.text)", facts: [],
            badge: beginning.result.state.map { context.badge(state: $0) }, language: title.language)
    }
}

extension RiverPictures {
    /// - Parameter wide: the form on wide screens; the small one shows each stage as a whole
    init(of view: RiverView, wide: RiverDrawing.Form = .wide, _ wording: RiverWording) {
        let context = wording.context
        let isSmall = wide.mostKnots == 1
        let title = context.text("rivers.picture.title")
        let description = context.text("rivers.picture.description")
        let river = view.programmeRiver.river
        let stage: Set<Int> = isSmall ? [RiverStage.proposals.rawValue] : []
        let drawing = RiverDrawing(river, as: wide, keeping: stage, wording)
        self.init(
            wide: drawing.picture(title: title, description: description),
            narrow: RiverDrawing(river, as: isSmall ? .narrowSmall : .narrow, keeping: stage, wording)
                .picture(title: title, description: description),
            caption: context.text(drawing.hasOwnScales ? "rivers.picture.own-scales" : "rivers.picture.caption"))
    }
}

extension Table {
    /// Strands of a river, each with its number and the list behind it.
    init(
        _ river: River, _ strands: ArraySlice<River.Strand>, caption: String, _ telling: any RiverTelling & RiverListing
    ) {
        let columns = telling.columns.enumerated().map { Table.Column($1, isNumber: $0 == 2) }
        let knots = Dictionary(
            river.knots.map { ($0.id, telling.words(of: $0)) }, uniquingKeysWith: { first, _ in first })
        self.init(
            caption: caption, columns: columns,
            rows: strands.map { strand in
                let words = telling.words(of: strand)
                let (from, to) = (knots[strand.from], knots[strand.to])
                return Table.Row([
                    Table.Cell(
                        columns[0], from?.wordedName ?? ProgrammeText(strand.from), link: from?.link, isHeading: true),
                    Table.Cell(columns[1], to?.wordedName ?? ProgrammeText(strand.to), link: to?.link),
                    Table.Cell(columns[2], words.amount, link: words.link),
                ])
            })
    }
}

/// The headings of a table of strands: from, to, how many.
protocol RiverListing {
    var columns: [String] { get }
}

extension RiverWording: RiverListing {
    var columns: [String] {
        [context.text("rivers.table.from"), context.text("rivers.table.to"), context.text("rivers.table.amount")]
    }
}

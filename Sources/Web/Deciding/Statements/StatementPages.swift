// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One statement with all its points.
struct StatementPage: Page {
    static let template = "Statements/show"
    let frame: MatterFrame
    let text: Passage?
    let attachments: AttachmentList?
    let points: [PointCard]
    /// Said where there are no points.
    let none: String?

    struct Passage: Sendable {
        let paragraphs: [ProgrammeText]
    }

    var head: PageHead { frame.head }

    static let sample = StatementPage(
        frame: .sample, text: Passage(paragraphs: [.sample]), attachments: .sample, points: [.sample],
        none: "Keine Einzelpunkte.")
}

extension CataloguePage {
    static func statements(
        _ page: ListPage, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let choices = try StatementChoices.load(in: programme, db)
        let filter = try Statement.Filter(context.query, among: choices)
        let order = try context.query.choice("sortierung", as: Statement.Order.self) ?? .newest
        let found = try Statement.list(filter, order, page, in: programme, db)
        let mentions = try Mentions.load(
            found.rows.flatMap { [$0.consultationID, $0.organisationID, $0.municipalityID] }, programme, context, db)
        let form = choices.form(in: context)
        let hasAny = choices.consultations.contains { $0.statements > 0 }
        return CataloguePage(
            heading: context.text("statements.list.heading"), lead: context.text("statements.list.lead"),
            count: hasAny ? context.text("statements.count", count: found.total) : nil, filter: hasAny ? form : nil,
            sort: found.total > 1 ? Self.statementOrders(in: context) : nil,
            rows: found.rows.map { ListRow($0, mentions, in: context) },
            empty: found.total > 0 ? nil : Self.noStatements(hasAny ? form : nil, in: context),
            pager: try Pager(page: page.number, of: found.total, path: "/stellungnahmen", in: context),
            downloads: found.total > 0
                ? Downloads(of: "/stellungnahmen", heading: context.text("statements.list.heading"), in: context)
                : nil)
    }

    private static func statementOrders(in context: SiteContext) -> SortBar {
        SortBar(
            "/stellungnahmen",
            orders: Statement.Order.allCases.map { ($0.rawValue, context.text("statements.order.\($0.rawValue)")) },
            in: context)
    }

    private static func noStatements(_ form: FilterForm?, in context: SiteContext) -> EmptyState {
        if let form { return EmptyState(of: "statements", path: "/stellungnahmen", filter: form, in: context) }
        return EmptyState(
            text: context.text("statements.empty.none"), link: context.links.to("/beteiligungen"),
            linkLabel: context.text("statements.to-consultations"))
    }
}

extension ListRow {
    init(_ statement: Statement, _ mentions: Mentions, in context: SiteContext) {
        let number = context.text("statements.number", ["number": context.notation.number(statement.number)])
        let words: [String?] = [
            statement.submittedOn.map { context.notation.date($0) },
            statement.kind == .nilReturn || statement.state == .withdrawn
                ? nil : context.text("statements.points", count: statement.points),
            statement.kind == .nilReturn ? context.word(.statementKind, statement.kind.rawValue) : nil,
        ]
        self.init(
            title: statement.sender ?? context.text("design.unknown"),
            link: context.links.to("/stellungnahmen/\(statement.number)"),
            text: statement.text.map { mentions.texts.original($0).text },
            worded: [ProgrammeText(number), mentions.title(statement.consultationID)].compactMap { $0 }
                + words.compactMap { $0.map { ProgrammeText($0) } },
            badge: context.badge(state: statement.state.rawValue), language: mentions.texts.original("").language)
    }
}

extension StatementPage {
    static func load(
        _ statement: Statement, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> StatementPage {
        let points = try Point.list(of: statement.id, in: programme, db)
        let named = [statement.consultationID, statement.organisationID, statement.municipalityID]
        let mentions = try Mentions.load(named + points.map(\.proposalID), programme, context, db)
        let wording = try PointWording.load(points, mentions, context, db)
        let frame = try MatterFrame(
            kicker: context.text("statements.number", ["number": context.notation.number(statement.number)]),
            title: mentions.title(statement.organisationID ?? statement.municipalityID)
                ?? mentions.texts.original(statement.sender ?? context.text("design.unknown")),
            badges: badges(of: statement, in: context), notices: notices(on: statement, in: context),
            facts: facts(of: statement, mentions, in: context),
            excerpt: ThreadExcerpt.load(statement.id, in: programme, context, db),
            note: statement.note.map { mentions.texts.original($0) },
            sources: SourceList(Source.list(of: statement.id, in: db), in: context),
            crumbs: [
                Crumb(label: context.text("site.navigation.statements"), link: context.links.to("/stellungnahmen"))
            ]
        ).following(.statement, statement.id, number: statement.number, context, db)
        let passage = statement.text.map { text in
            Passage(paragraphs: text.split(separator: "\n").map { mentions.texts.original(String($0)) })
        }
        return try StatementPage(
            frame: frame, text: passage,
            attachments: statement.state == .withdrawn
                ? nil : AttachmentList.load(of: statement.id, in: programme, context, db),
            points: points.map { wording.card($0, isAlone: true) },
            none: points.isEmpty ? context.text("statements.no-points") : nil)
    }

    private static func badges(of statement: Statement, in context: SiteContext) -> [Badge] {
        let nilReturn = Badge(context.word(.statementKind, statement.kind.rawValue), tone: .quiet, shape: .dash)
        return (statement.kind == .nilReturn ? [nilReturn] : []) + [context.badge(state: statement.state.rawValue)]
    }

    private static func notices(on statement: Statement, in context: SiteContext) -> [Notice] {
        if statement.state == .withdrawn { return [Notice(context.text("statements.withdrawn"), tone: .warning)] }
        if statement.kind == .nilReturn { return [Notice(context.text("statements.nil-return"))] }
        return statement.isBlackened ? [Notice(context.text("statements.blackened"))] : []
    }

    private static func facts(of statement: Statement, _ mentions: Mentions, in context: SiteContext) -> [Facts.Entry] {
        let unknown = context.text("design.unknown")
        let sender = statement.organisationID ?? statement.municipalityID
        return [
            Facts.Entry(
                context.text("statements.fact.sender"),
                mentions.value(sender, in: context)
                    ?? statement.sender.map { Facts.Value(text: $0, link: nil) }, orElse: unknown),
            Facts.Entry(
                context.text("statements.fact.consultation"), mentions.value(statement.consultationID, in: context),
                orElse: unknown),
            Facts.Entry(
                context.text("statements.fact.submitted"),
                statement.submittedOn.map { context.notation.date($0) } ?? unknown),
            Facts.Entry(
                context.text("statements.fact.file-number"), statement.fileNumber ?? unknown,
                explanation: context.text("statements.fact.file-number-explained")),
            Facts.Entry(
                context.text("statements.fact.answered"),
                context.text(
                    "statements.answered-of",
                    [
                        "answered": context.notation.number(statement.answered),
                        "points": context.notation.number(statement.state == .withdrawn ? 0 : statement.points),
                    ])),
        ]
    }
}

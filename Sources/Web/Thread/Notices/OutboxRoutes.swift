// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/postausgang`: every mail with its state, for the programme office, which otherwise would not know that
/// nobody was told. The administrator sees the mails of all programmes, and those by which one signs in.
struct OutboxRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.outbox), use: list)
        table.get(RouterPath(PeoplePaths.mail), use: show)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayReadOutbox(in: programme).check()
        let state = try context.query.choice("stand", as: Mail.State.self)
        let page = ListPage(try context.query.page())
        let scope = visitor.isAdministrator ? nil : programme
        let mails = try await site.read { db in try MailQueries.list(of: scope, state: state, page, in: db) }
        return try site.render(try OutboxPage(mails, page, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayReadOutbox(in: programme).check()
        let id = try context.parameter("id")
        guard let mail = try await site.read({ db in try MailQueries.find(id, in: db) }) else {
            throw PageFault.notFound
        }
        try visitor.mayRead(mail, in: programme).check()
        return try site.render(MailPage(mail, in: context), in: context).unkept
    }
}

/// The list of mails.
struct OutboxPage: Page {
    static let template = "Notices/outbox"
    let heading: String
    let table: Table?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OutboxPage(
        heading: "Postausgang", table: .sample, empty: .sample, pager: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension OutboxPage {
    init(_ mails: Listed<Mail>, _ page: ListPage, in context: SiteContext) throws {
        let columns = ["subject", "recipient", "written", "state"].map {
            Table.Column(context.text("notices.outbox.columns.\($0)"))
        }
        let programme = try context.programme.id
        let rows = mails.rows.map { mail in
            let mayRead = context.visitor.mayRead(mail, in: programme).isAllowed
            let address = context.visitor.isAdministrator ? mail.recipient.text : mail.recipient.masked
            return Table.Row([
                Table.Cell(
                    columns[0], mail.letter.subject,
                    link: mayRead ? context.links.to(PeoplePaths.mail(mail.id)) : nil, isHeading: true),
                Table.Cell(columns[1], address), Table.Cell(columns[2], context.moment(mail.createdAt)),
                Table.Cell(columns[3], context.text("notices.outbox.states.\(mail.state.rawValue)")),
            ])
        }
        heading = context.text("people.work.outbox")
        table =
            rows.isEmpty ? nil : Table(caption: context.text("notices.outbox.caption"), columns: columns, rows: rows)
        empty = rows.isEmpty ? EmptyState(text: context.text("notices.outbox.empty"), link: nil, linkLabel: nil) : nil
        pager = try Pager(page: page.number, of: mails.total, path: PeoplePaths.outbox, in: context)
        crumbs = [context.workCrumb]
    }
}

/// One mail as its recipient reads it.
struct MailPage: Page {
    static let template = "Notices/mail"
    let heading: String
    let facts: Facts
    /// Nil once a mail that must not lie around has been sent.
    let text: String?
    let links: [String]
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = MailPage(
        heading: "Ihre Anmeldung", facts: .sample, text: "Guten Tag, …", links: ["http://127.0.0.1:8080/anmelden/link"],
        crumbs: [Crumb(label: "Postausgang", link: "/arbeit/postausgang")])
}

extension MailPage {
    init(_ mail: Mail, in context: SiteContext) {
        heading = mail.letter.subject
        let faults = mail.fault.map { [Facts.Entry(context.text("notices.outbox.fault"), $0)] } ?? []
        facts = Facts(
            entries: [
                Facts.Entry(context.text("notices.outbox.columns.recipient"), mail.recipient.text),
                Facts.Entry(context.text("notices.outbox.columns.written"), context.moment(mail.createdAt)),
                Facts.Entry(
                    context.text("notices.outbox.columns.state"),
                    context.text("notices.outbox.states.\(mail.state.rawValue)")),
            ] + faults)
        text = mail.letter.text.isEmpty ? nil : mail.letter.text
        links = mail.letter.text.split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("people.work.outbox"), link: context.links.to(PeoplePaths.outbox)),
        ]
    }
}

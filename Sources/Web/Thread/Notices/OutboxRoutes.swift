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
        table.post(RouterPath(PeoplePaths.mail), use: decide)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayReadOutbox(in: programme).check()
        let state = try context.query.choice("stand", as: Mail.State.self)
        let page = ListPage(try context.query.page())
        let scope = visitor.isAdministrator ? nil : programme
        let mails = try await site.read { db in try MailQueries.list(of: scope, state: state, page, in: db) }
        return try site.render(try OutboxPage(mails, page, state: state, in: context), in: context)
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

    /// Sent twice, the second decision finds the mail standing otherwise and changes nothing.
    @Sendable
    private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayReadOutbox(in: programme).check()
        guard let decision = try sent.choice(MailPage.decisionField, as: DecideOnMail.Decision.self) else {
            throw PageFault.unreadableForm
        }
        let (id, now) = (try context.parameter("id"), Moment(site.clock()))
        _ = try await site.write { db in
            try DecideOnMail(id, decision).run(as: visitor, in: programme, at: now, in: db)
        }
        return .seeOther(context.links.to(PeoplePaths.mail(id)))
    }
}

/// The list of mails.
struct OutboxPage: Page {
    static let template = "Notices/outbox"
    let heading: String
    let states: [State]
    let table: Table?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    /// One way to narrow the list.
    struct State: Sendable {
        let label: String
        let link: String
        let isChosen: Bool
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OutboxPage(
        heading: "Postausgang", states: [State(label: "wartet", link: "/arbeit/postausgang", isChosen: true)],
        table: .sample, empty: .sample, pager: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension OutboxPage {
    init(_ mails: Listed<Mail>, _ page: ListPage, state: Mail.State?, in context: SiteContext) throws {
        let columns = ["subject", "recipient", "written", "state", "attempts", "fault"].map {
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
                Table.Cell(columns[4], context.notation.number(mail.attempts)),
                Table.Cell(columns[5], mail.fault.map { context.words(of: MailFault(stored: $0)) } ?? "–"),
            ])
        }
        heading = context.text("people.work.outbox")
        let all = State(
            label: context.text("notices.outbox.all"), link: context.links.to(PeoplePaths.outbox),
            isChosen: state == nil)
        states =
            [all]
            + Mail.State.allCases.map {
                State(
                    label: context.text("notices.outbox.states.\($0.rawValue)"),
                    link: context.links.to(PeoplePaths.outbox, ["stand": $0.rawValue]), isChosen: $0 == state)
            }
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
    /// What is known of a mail that may have arrived or not.
    let uncertain: Notice?
    let action: String
    let decisions: [Decision]
    let crumbs: [Crumb]

    struct Decision: Sendable {
        let value: String
        let label: String
    }

    static let decisionField = "entscheidung"

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = MailPage(
        heading: "Ihre Anmeldung", facts: .sample, text: "Guten Tag, …", links: ["http://127.0.0.1:8080/anmelden"],
        uncertain: .sample, action: "/arbeit/postausgang/1",
        decisions: [Decision(value: "aufgeben", label: "Aufgeben")],
        crumbs: [Crumb(label: "Postausgang", link: "/arbeit/postausgang")])
}

extension MailPage {
    init(_ mail: Mail, in context: SiteContext) {
        heading = mail.letter.subject
        let fault = mail.fault.map { MailFault(stored: $0) }
        let faults = [
            fault.map { Facts.Entry(context.text("notices.outbox.fault"), context.words(of: $0)) },
            fault?.reason == nil
                ? nil : fault?.words.map { Facts.Entry(context.text("notices.outbox.server-said"), $0) },
        ].compactMap { $0 }
        facts = Facts(
            entries: [
                Facts.Entry(context.text("notices.outbox.columns.recipient"), mail.recipient.text),
                Facts.Entry(context.text("notices.outbox.columns.written"), context.moment(mail.createdAt)),
                Facts.Entry(
                    context.text("notices.outbox.columns.state"),
                    context.text("notices.outbox.states.\(mail.state.rawValue)")),
                Facts.Entry(context.text("notices.outbox.attempts"), context.notation.number(mail.attempts)),
            ] + faults)
        uncertain =
            mail.state == .uncertain ? Notice(context.text("notices.outbox.uncertain"), tone: .warning) : nil
        action = context.links.to(PeoplePaths.mail(mail.id))
        decisions = [
            mail.canBeTriedAgain ? DecideOnMail.Decision.tryAgain : nil, mail.canBeGivenUp ? .giveUp : nil,
        ].compactMap { $0 }.map {
            Decision(value: $0.rawValue, label: context.text("notices.outbox.decide.\($0.rawValue)"))
        }
        text = mail.letter.text.isEmpty ? nil : mail.letter.text
        links = mail.letter.text.split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("people.work.outbox"), link: context.links.to(PeoplePaths.outbox)),
        ]
    }
}

extension SiteContext {
    /// Why a mail did not go out.
    fileprivate func words(of fault: MailFault) -> String {
        fault.reason.map { text("notices.outbox.faults.\($0.rawValue)") } ?? fault.words ?? "–"
    }
}

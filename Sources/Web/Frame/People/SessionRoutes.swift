// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mein/sitzungen`: where one is signed in, and an end to it.
struct SessionRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.sessions), use: list)
        table.post(RouterPath(PeoplePaths.endSessions), use: end)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let now = Moment(site.clock())
        let sessions = try await site.read { db in try Session.list(of: person.id, at: now, in: db) }
        let page = SessionListPage(sessions, formKey: site.formKey("sessions", in: context), in: context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let visitor = context.visitor
        _ = try visitor.person(if: visitor.mayUseOwnArea)
        do {
            let key = try site.formKey("sessions", sentIn: sent, context)
            let which: EndSessions.Which =
                if let id = sent.text("sitzung") { .one(id: id) } else { .allBut(id: context.session?.id ?? "") }
            let place = context.links.to(PeoplePaths.sessions)
            return try await site.once(key, in: context) { db in
                try EndSessions(which).run(as: visitor, in: db)
                return place
            }
        } catch is InvalidForm {
            // An old page was sent: nothing is lost by showing the list as it is now.
            return .seeOther(context.links.to(PeoplePaths.sessions))
        }
    }
}

/// All browsers in which a person is signed in.
struct SessionListPage: Page {
    static let template = "People/sessions"
    let heading: String
    let action: String
    let formKey: String
    let rows: [Row]
    let hasOthers: Bool
    let crumbs: [Crumb]

    struct Row: Sendable {
        let id: String
        let agent: String
        let began: String
        let seen: String
        let isThis: Bool
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = SessionListPage(
        heading: "Sitzungen", action: "/mein/sitzungen/ende", formKey: "1.2.3",
        rows: [Row(id: "a", agent: "Firefox, Linux", began: "5. November 2019, 9:00", seen: "9:30", isThis: true)],
        hasOthers: true, crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension SessionListPage {
    init(_ sessions: [Session], formKey: String, in context: SiteContext) {
        heading = context.text("people.own.ways.sessions")
        action = context.links.to(PeoplePaths.endSessions)
        self.formKey = formKey
        rows = sessions.map { session in
            Row(
                id: session.id, agent: session.agent, began: context.moment(session.createdAt),
                seen: context.moment(session.seenAt), isThis: session.id == context.session?.id)
        }
        hasOthers = sessions.count > 1
        crumbs = [context.ownCrumb]
    }
}

extension SiteContext {
    /// A moment as people say it: "5. November 2019, 10:00 Uhr".
    func moment(_ text: String) -> String {
        guard let moment = Moment(text: text) else { return text }
        return self.text("people.moment", ["date": notation.date(moment.day.text), "time": moment.timeOfDay])
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mein`: where a person finds what is theirs.
struct OwnRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.own), use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        guard let programme = context.currentProgramme?.id else {
            return try site.render(
                OwnPage(person, news: nil, drafts: nil, bodies: [], reviews: [], in: context), in: context)
        }
        let today = Moment(site.clock()).day
        let formKey = site.formKey(OwnDraftRoutes.form, in: context)
        let (news, drafts, bodies, reviews) = try await site.read { db in
            (
                try OwnNews.load(of: person, in: programme, context, db),
                try OwnDrafts.load(of: person, in: programme, formKey: formKey, context, db),
                try RepresentedBody.list(of: person.id, in: programme, on: today, db),
                try ApplicationReview.list(by: person.id, in: programme, db)
            )
        }
        return try site.render(
            OwnPage(person, news: news, drafts: drafts, bodies: bodies, reviews: reviews, in: context), in: context)
    }
}

/// The way from a person to everything about them.
struct OwnPage: Page {
    static let template = "People/own"
    /// What crumbs and the browser's tab call the page, whoever it greets.
    let title: String
    let heading: String
    /// Asks whoever has no name yet to choose one.
    let nameless: Notice?
    let facts: Facts
    /// What happened to what the person follows; nil outside any programme.
    let news: OwnNews?
    /// Ideas that the person has begun.
    let drafts: OwnDrafts?
    let ends: String
    let ways: [Way]
    let work: String?
    let signOut: String

    struct Way: Sendable {
        let title: String
        let link: String
        let text: String
    }

    var head: PageHead { PageHead(title: title, isIndexed: false) }

    static let sample = OwnPage(
        title: "Mein Bereich", heading: "Guten Tag, Kim", nameless: .sample, facts: .sample, news: .sample,
        drafts: .sample,
        ends: "Angemeldet bis 18:00 Uhr.",
        ways: [Way(title: "Profil", link: "/mein/profil", text: "Wie Sie heißen.")], work: "/arbeit",
        signOut: "/abmelden")
}

extension OwnPage {
    init(
        _ person: Person, news: OwnNews?, drafts: OwnDrafts?, bodies: [RepresentedBody],
        reviews: [ApplicationReview], in context: SiteContext
    ) {
        let ways = [
            ("delivery", NoticePaths.delivery), ("profile", PeoplePaths.profile), ("password", PeoplePaths.ownPassword),
            ("sessions", PeoplePaths.sessions), ("data", PeoplePaths.data), ("erasure", PeoplePaths.erasure),
        ]
        let roles = context.visitor.roles.map { context.text("people.roles.\($0.role.rawValue)") }
        let mayWork = context.currentProgramme.map { context.visitor.mayWork(in: $0.id).isAllowed } ?? false
        self.init(
            title: context.text("people.own.crumb"),
            heading: context.text("people.own.heading", ["name": person.displayName]),
            nameless: person.hasChosenName
                ? nil
                : Notice(
                    context.text("people.own.nameless"), link: context.links.to(PeoplePaths.profile),
                    linkLabel: context.text("people.own.choose-name")),
            facts: Facts(entries: [
                Facts.Entry(context.text("people.own.email"), person.email?.text ?? "–"),
                Facts.Entry(
                    context.text("people.own.roles"),
                    roles.isEmpty ? context.text("people.roles.participant") : roles.joined(separator: ", ")),
            ]),
            news: news, drafts: drafts,
            ends: context.sessionEnd ?? "",
            ways: [Way(reviews, in: context), Way.applications(in: context)].compactMap { $0 }
                + bodies.map { Way($0, in: context) }
                + ways.map { name, path in
                    Way(
                        title: context.text("people.own.ways.\(name)"), link: context.links.to(path),
                        text: context.text("people.own.explain.\(name)"))
                },
            work: mayWork ? context.links.to(PeoplePaths.work) : nil,
            signOut: context.links.to(PeoplePaths.signOut))
    }
}

extension OwnPage.Way {
    /// To what one was asked to review; nil for whoever was never asked.
    fileprivate init?(_ reviews: [ApplicationReview], in context: SiteContext) {
        guard !reviews.isEmpty else { return nil }
        let open = reviews.filter { $0.state == .invited || $0.state == .accepted }
        self.init(
            title: context.text("applications.review.heading"), link: context.links.to(ApplicationPaths.reviews),
            text: open.isEmpty
                ? context.text("applications.review.all-given")
                : context.text("applications.review.waiting", count: open.count))
    }

    /// To the applications of one's organisations.
    fileprivate static func applications(in context: SiteContext) -> OwnPage.Way? {
        guard !context.visitor.applyingOrganisations(in: context.currentProgramme?.id ?? "").isEmpty else { return nil }
        return OwnPage.Way(
            title: context.text("applications.own.heading"), link: context.links.to(ApplicationPaths.own),
            text: context.text("applications.own.way"))
    }

    fileprivate init(_ body: RepresentedBody, in context: SiteContext) {
        self.init(
            title: context.text("people.own.represents", ["name": body.title]),
            link: context.links.to(RepresentationRoutes.show(body)),
            text: context.text("people.own.represents-text"))
    }
}

extension SiteContext {
    /// "Ohne Nutzung bleiben Sie bis 16:30 Uhr angemeldet, längstens bis 2:30 Uhr." Nil for guests.
    var sessionEnd: String? {
        guard let session, let idle = session.idleEnd, let end = Moment(text: session.endsAt) else { return nil }
        return text("people.session-end", ["idle": min(idle, end).timeOfDay, "end": end.timeOfDay])
    }
}

extension Person {
    /// Whether the name is one that the person has chosen, and not the one an account begins with.
    var hasChosenName: Bool { displayName != "Person \(id.prefix(5).uppercased())" }
}

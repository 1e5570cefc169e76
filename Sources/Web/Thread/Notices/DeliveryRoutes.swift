// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mein/benachrichtigungen`: whether mails come at once, once a day, once a week or not at all.
struct DeliveryRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(NoticePaths.delivery), use: edit)
        table.post(RouterPath(NoticePaths.delivery), use: save)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let chosen = try await site.read { db in try NoticeDelivery.of(person.id, in: db) }
        return try site.render(DeliveryPage(site, chosen.rawValue, .none(in: context), in: context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        _ = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let choice = sent.text(ChooseDelivery.field)
        return try await site.answer(in: context) {
            let key = try site.formKey("delivery", sentIn: sent, context)
            let (visitor, now, place) = (context.visitor, Moment(site.clock()), context.links.to(PeoplePaths.own))
            return try await site.once(key, in: context) { db in
                try ChooseDelivery(choice).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            DeliveryPage(site, choice, faults, in: context)
        }
    }
}

/// The form in which one chooses.
struct DeliveryPage: Page {
    static let template = "Notices/delivery"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let delivery: ChoiceField
    /// Said while the site sends no mails at all.
    let unsent: Notice?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = DeliveryPage(
        heading: "Benachrichtigungen", summary: .sample, action: "/mein/benachrichtigungen", formKey: "1.2.3",
        delivery: .sample, unsent: .sample, crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension DeliveryPage {
    init(_ site: Site, _ chosen: String?, _ faults: FormFaults, in context: SiteContext) {
        self.init(
            heading: context.text("notices.delivery.heading"), summary: faults.summary,
            action: context.links.to(NoticePaths.delivery), formKey: site.formKey("delivery", in: context),
            delivery: ChoiceField(
                name: ChooseDelivery.field, label: context.text("notices.delivery.label"),
                hint: context.text("notices.delivery.hint"), chosen: chosen,
                options: NoticeDelivery.allCases.map {
                    ($0.rawValue, context.text("notices.delivery.choices.\($0.word)"))
                }, fault: faults[ChooseDelivery.field]),
            unsent: site.settings.sendsMail
                ? nil : Notice(context.text("notices.delivery.unsent"), tone: .warning),
            crumbs: [context.ownCrumb])
    }
}

extension NoticeDelivery {
    /// Its name among the texts.
    var word: String { rawValue.replacing("_", with: "-") }
}

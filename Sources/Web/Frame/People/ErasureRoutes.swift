// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/mein/loeschung`: leaving for good, with what stays and why said before.
struct ErasureRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.erasure), use: ask)
        table.post(RouterPath(PeoplePaths.erasure), use: erase)
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        return try site.render(try await page(.none(in: context), context), in: context)
    }

    @Sendable
    private func erase(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let visitor = context.visitor
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        return try await site.answer(in: context) {
            _ = try site.formKey("erasure", sentIn: sent, context)
            guard sent.text(ErasurePage.field) != nil else {
                throw InvalidForm([.init(ErasurePage.field, "erasure-not-confirmed")])
            }
            let now = Moment(site.clock())
            let keys = site.settings.pollKeys
            try await site.write { db in
                try ErasePerson(person.id, pollKeys: keys).run(as: visitor, at: now, in: db)
            }
            var response = Response.seeOther(context.links.to("/"))
            site.sessionCookie.clear(on: &response)
            return response
        } orShow: { faults in
            try await page(faults, context)
        }
    }

    private func page(_ faults: FormFaults, _ context: SiteContext) async throws -> ErasurePage {
        let today = Moment(site.clock()).day
        let administrators = try await site.read { db in try RoleAssignment.administrators(on: today, in: db) }
        let permission = context.visitor.mayEraseOwnAccount(administrators: administrators)
        return ErasurePage(permission, faults, formKey: site.formKey("erasure", in: context), in: context)
    }
}

/// What goes, what stays and why, and a box to tick.
struct ErasurePage: Page {
    static let template = "People/erasure"
    static let field = "verstanden"
    let heading: String
    let summary: ErrorSummary?
    /// Nil when leaving is not possible; then the refusal says why.
    let form: Form?
    let refusal: Notice?
    let dataLink: String
    let crumbs: [Crumb]

    struct Form: Sendable {
        let action: String
        let formKey: String
        let tick: TickField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ErasurePage(
        heading: "Konto löschen", summary: .sample,
        form: Form(action: "/mein/loeschung", formKey: "1.2.3", tick: .sample), refusal: .sample,
        dataLink: "/mein/daten", crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension ErasurePage {
    init(_ permission: Permission, _ faults: FormFaults, formKey: String, in context: SiteContext) {
        heading = context.text("people.own.ways.erasure")
        summary = faults.summary
        dataLink = context.links.to(PeoplePaths.data)
        crumbs = [context.ownCrumb]
        switch permission {
        case .allowed:
            refusal = nil
            form = Form(
                action: context.links.to(PeoplePaths.erasure), formKey: formKey,
                tick: TickField(
                    name: Self.field, label: context.text("people.erasure.understood"), isTicked: false,
                    fault: faults[Self.field]))
        case .refused(let reason):
            refusal = Notice(context.text(reason), tone: .warning)
            form = nil
        }
    }
}

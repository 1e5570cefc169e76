// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// What the author of a remark can do with it: mend it within the first minutes, take it back.
struct OwnRemarkRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(RemarkPaths.edit), use: edit)
        table.post(RouterPath(RemarkPaths.edit), use: save)
        table.post(RouterPath(RemarkPaths.withdraw), use: withdraw)
    }

    private func remark(_ context: SiteContext) async throws -> Remark {
        let (number, programme) = (try context.number(), try context.programme.id)
        return try await site.read { db in
            guard let remark = try Remark.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return remark
        }
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let remark = try await remark(context)
        let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
        let standing = try await site.read { db in
            try RemarkStanding(remark, for: visitor, in: programme, at: now, db)
        }
        try visitor.mayEdit(standing).check()
        let page = RemarkEditPage(
            RemarkForm(text: remark.text), remark.number, .none(in: context),
            formKey: site.formKey("remark-edit", in: context), in: context)
        return try site.render(page, in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = RemarkForm(sent, in: context)
        let remark = try await remark(context)
        return try await site.answer(in: context) {
            return try await change(remark, .text(form), "remark-edit", sent, context)
        } orShow: { faults in
            RemarkEditPage(
                form, remark.number, faults,
                formKey: site.formKey("remark-edit", in: context), in: context)
        }
    }

    @Sendable
    private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let remark = try await remark(context)
        do {
            return try await change(remark, .withdrawal, "remark-withdrawal", sent, context)
        } catch is InvalidForm {
            // Nothing was typed that could get lost: the page comes back with a fresh button.
            return .seeOther(context.links.to(RemarkPaths.show(remark.number)))
        }
    }

    private func change(
        _ remark: Remark, _ change: ChangeRemark.Change, _ name: String, _ sent: Query, _ context: SiteContext
    ) async throws -> Response {
        let key = try site.formKey(name, sentIn: sent, context)
        let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
        let place = context.links.to(RemarkPaths.show(remark.number))
        return try await site.once(key, in: context) { db in
            try ChangeRemark(remark, change).run(as: visitor, in: programme, at: now, db)
            return place
        }
    }
}

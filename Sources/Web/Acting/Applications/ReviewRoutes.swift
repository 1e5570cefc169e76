// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mein/gutachten`: whoever was asked for a review writes it here, and sees nobody else's.
struct ReviewRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ApplicationPaths.reviews), use: list)
        table.get(RouterPath(ApplicationPaths.review), use: show)
        for act in ["annahme", "befangenheit", "abgabe"] {
            table.post(RouterPath(ApplicationPaths.review + "/" + act)) { request, context in
                try await answer(act, request, context)
            }
        }
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.visitor.person(if: context.visitor.mayUseOwnArea)
        let programme = try context.programme.id
        let found = try await site.read { db in
            try ApplicationReview.list(by: person.id, db).compactMap { review in
                try ApplicationCase.find(review.caseID, in: programme, db).map { (review, $0) }
            }
        }
        return try site.render(ReviewListPage(found, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(nil, .none(in: context), context), in: context)
    }

    private func answer(_ name: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        typealias Field = WriteReview.Field
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (id, sent) = (try context.parameter("id"), try await context.form(in: request))
        let most = 1...CallForm.mostCriteria
        let act: WriteReview.Act =
            switch name {
            case "annahme": .accept
            case "befangenheit": .declare(conflict: sent.text(Field.conflict))
            default:
                .submit(
                    points: most.map { sent.text(Field.points($0)) }, reasons: most.map { sent.text(Field.reason($0)) },
                    summary: sent.text(Field.summary))
            }
        let place = context.links.to(ApplicationPaths.review(id))
        return try await site.answer(in: context) {
            let key = try site.formKey("review", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try WriteReview(id, act, in: programme).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await page(sent, faults, context)
        }
    }

    private func page(_ sent: Query?, _ faults: FormFaults, _ context: SiteContext) async throws -> ReviewPage {
        let (visitor, programme, id) = (context.visitor, try context.programme.id, try context.parameter("id"))
        let found = try await site.read { db -> (ApplicationReview, ApplicationCase, [Document])? in
            guard let review = try ApplicationReview.find(id, db),
                let application = try ApplicationCase.find(review.caseID, in: programme, db)
            else { return nil }
            return (review, application, try application.files(in: programme, db))
        }
        guard let (review, application, files) = found else { throw PageFault.notFound }
        try visitor.mayReview(review).check()
        return ReviewPage(
            review, application, files, sent, faults,
            formKey: site.formKey("review", in: context),
            in: context)
    }
}

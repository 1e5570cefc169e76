// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/stellen/{key}/uebergabe`: everything goes from one office to another on a day. What moves is shown before.
struct HandOverRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(OfficePaths.handOver), use: ask)
        table.post(RouterPath(OfficePaths.handOver), use: handOver)
        table.post(RouterPath(OfficePaths.cancel), use: cancel)
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(HandOverForm(), .none(in: context), context), in: context)
    }

    @Sendable
    private func handOver(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        typealias Field = HandOverForm.Field
        let form = HandOverForm(
            office: sent.text(Field.office), effectiveOn: sent.text(Field.effectiveOn),
            reason: sent.text(Field.reason))
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        try visitor.mayRunOffices(in: programme).check()
        let office = try context.parameter("key")
        let place = context.links.to(OfficePaths.at(OfficePaths.show, office))
        return try await site.answer(in: context) {
            let key = try site.formKey("handover", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                guard let giver = try DutyOffice.find(office, in: programme, db) else { throw PageFault.notFound }
                try HandOverOffice(form, from: giver, in: programme)
                    .run(as: visitor, at: now, in: db, compose: site.handOverLetters(try site.programmes(db)))
                return place
            }
        } orShow: { faults in
            try await page(form, faults, context)
        }
    }

    /// Sent twice, the second time changes nothing.
    @Sendable
    private func cancel(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        guard let id = sent.text(HandOverPage.handOverField) else { throw PageFault.unreadableForm }
        _ = try await site.write { db in
            try CancelHandOver(id, in: programme).run(as: visitor, at: now, in: db)
        }
        let office = try context.parameter("key")
        return .seeOther(context.links.to(OfficePaths.at(OfficePaths.handOver, office)))
    }

    private func page(_ form: HandOverForm, _ faults: FormFaults, _ context: SiteContext) async throws -> HandOverPage {
        let programme = try context.programme.id
        try context.visitor.mayRunOffices(in: programme).check()
        let (today, key) = (Moment(site.clock()).day, try context.parameter("key"))
        let page = try await site.read { db -> HandOverPage? in
            let offices = try DutyOffice.all(in: programme, db)
            guard let giver = offices.first(where: { $0.key == key }) else { return nil }
            return HandOverPage(
                giver, to: offices.filter { $0.id != giver.id },
                try HandOverContents.load(of: giver.id, on: today, db),
                ahead: try HandOver.list(of: giver.id, db).filter { !$0.isDone && $0.giver.id == giver.id }, form,
                faults, formKey: site.formKey("handover", in: context), in: context)
        }
        guard let page else { throw PageFault.notFound }
        return page
    }
}

extension Site {
    /// Carries out the hand-overs whose day has come.
    public func followHandOvers() async throws {
        var goesOn = try await database.read { [clock] db in
            try FollowHandOvers.isDue(at: Moment(clock()), in: db)
        }
        while goesOn, !Task.isCancelled {
            goesOn = try await database.write { db in
                try FollowHandOvers()
                    .run(at: Moment(clock()), in: db, compose: handOverLetters(try self.programmes(db)))
            }
        }
    }

    /// Writes the mails about a hand-over, each in the language of whoever gets it.
    func handOverLetters(_ programmes: [SiteProgramme]) -> (HandOverNews) throws -> Letter {
        { news in
            let programme = programmes.first { $0.id == news.handOver.programme }
            let context = SiteContext.forMail(to: news.language, programme, self)
            return try letter(LetterPage(news, in: context), in: context)
        }
    }
}

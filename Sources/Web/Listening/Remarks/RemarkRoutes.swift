// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// Writing remarks, by people and guests, and the page of a single one.
struct RemarkRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(RemarkPaths.list), use: list)
        table.downloads(.remarks, site)
        table.get(RouterPath(RemarkPaths.new), use: new)
        table.post(RouterPath(RemarkPaths.new), use: write)
        table.get(RouterPath(RemarkPaths.arrived), use: arrived)
        table.get(RouterPath(RemarkPaths.confirm), use: askToConfirm)
        table.post(RouterPath(RemarkPaths.confirm), use: confirm)
        table.get(RouterPath(RemarkPaths.show), use: show)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let (filter, order) = (try Remark.Filter(context.query), try Remark.Order(context.query))
        let page = ListPage(try context.query.page())
        let answer = try await site.read { db in
            try CataloguePage.remarks(filter, order, page, in: programme, context, db)
        }
        return try site.render(answer, in: context)
    }

    @Sendable
    private func new(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await formPage(context.query, RemarkForm(), .none(in: context), context)
        return try site.render(page, in: context)
    }

    private func formPage(
        _ sent: Query, _ form: RemarkForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> RemarkFormPage {
        let (programme, visitor, today) = (try context.programme.id, context.visitor, context.today)
        let key = site.formKey("remark", in: context)
        return try await site.read { db in
            let place = try RemarkPlace(sent, in: programme, db)
            try visitor.mayRemark(on: try place.subject(on: today, in: programme, db)).check()
            let offices = try visitor.person.map { try OwnOffice.list(of: $0.id, on: today, in: programme, db) } ?? []
            let texts = try ProgrammeTexts(for: context.language, of: [place.matter.id], in: programme, db)
            return RemarkFormPage(form, place, offices, texts, faults, formKey: key, in: context)
        }
    }

    @Sendable
    private func write(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = RemarkForm(sent, in: context)
        return try await site.answer(in: context) {
            let key = try site.formKey("remark", sentIn: sent, context)
            let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
            try count(form, context)
            let effort = WritingEffort(secondsOpen: key.secondsOpen, hasProof: sent.hasProofOfWork)
            let rules = site.settings.quarantine
            return try await site.once(key, in: context) { db in
                let place = try RemarkPlace(sent, in: programme, db)
                let outcome = try WriteRemark(form, at: place, in: programme, effort: effort, rules: rules).run(
                    as: visitor, at: now, in: db
                ) { token in try site.letter(.confirmRemark(token, site, in: context), in: context) }
                return outcome.place(in: context)
            }
        } orShow: { faults in
            try await formPage(sent, form, faults, context)
        }
    }

    private func count(_ form: RemarkForm, _ context: SiteContext) throws {
        let owner = context.visitor.person?.id ?? Network.name(of: context.remoteAddress)
        try site.entrance.limits.count(.remark, for: [owner], at: site.clock())
        guard context.visitor.person == nil, let email = form.email else { return }
        try site.entrance.limits.count(.confirmationMail, for: [email.lowercased()], at: site.clock())
    }

    @Sendable
    private func arrived(_ request: Request, _ context: SiteContext) async throws -> Response {
        let way = try context.query.choice("wie", as: RemarkArrivedPage.Way.self) ?? .held
        return try site.render(RemarkArrivedPage(way, in: context), in: context)
    }

    @Sendable
    private func askToConfirm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let token = context.query.text(RemarkPaths.token).flatMap(Secret.init)
        let now = Moment(site.clock())
        let held = try await site.read { db in
            try token.flatMap { try HeldContribution.find(token: $0, at: now, in: db) }
        }
        guard let token, let held else { throw PageFault.gone }
        return try site.render(RemarkConfirmPage(token, held, in: context), in: context).unkept
    }

    @Sendable
    private func confirm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        guard let token = sent.text(RemarkPaths.token).flatMap(Secret.init) else { throw PageFault.unreadableForm }
        let now = Moment(site.clock())
        guard try await site.write({ db in try ConfirmHeldContribution(token).run(at: now, in: db) }) != nil else {
            throw PageFault.gone
        }
        return .seeOther(context.links.to(RemarkPaths.arrived, ["wie": RemarkArrivedPage.Way.held.rawValue]))
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let now = Moment(site.clock())
        let key = context.visitor.isSignedIn ? site.formKey("remark-withdrawal", in: context) : nil
        let page = try await site.read { db in
            guard let remark = try Remark.find(number: number, in: programme, db) else { throw PageFault.notFound }
            return try RemarkPage.load(remark, in: programme, formKey: key, at: now, context, db)
        }
        return try site.render(page, in: context)
    }
}

extension RemarkPlace {
    /// Where a form or a link says that a remark belongs.
    init(_ query: Query, in programme: String, _ db: Connection) throws {
        if let number = try query.number(RemarkPaths.answerField) {
            guard let parent = try Remark.find(number: number, in: programme, db), parent.text != nil,
                let matter = try MatterSummary.list([parent.matterID], in: programme, db).first
            else { throw PageFault.notFound }
            self.init(matter, answering: parent)
        } else {
            guard let path = query.text(RemarkPaths.aboutField),
                let matter = try RemarkPaths.matter(at: path, in: programme, db)
            else { throw PageFault.notFound }
            self.init(matter)
        }
    }
}

extension RemarkForm {
    init(_ sent: Query, in context: SiteContext) {
        self.init(
            text: sent.text(Field.text), name: sent.text(Field.name), email: sent.text(Field.email),
            office: sent.text(Field.office), language: context.language.rawValue)
    }
}

extension WriteRemark.Outcome {
    /// Where the writer goes from here.
    fileprivate func place(in context: SiteContext) -> String {
        switch self {
        case .published(let number): context.links.to(RemarkPaths.show(number))
        case .held: context.links.to(RemarkPaths.arrived, ["wie": RemarkArrivedPage.Way.held.rawValue])
        case .unconfirmed: context.links.to(RemarkPaths.arrived, ["wie": RemarkArrivedPage.Way.mail.rawValue])
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/beteiligungen`: consultations are set up, opened, extended and closed.
struct ConsultationDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ConsultationPaths.desk), use: list)
        table.get(RouterPath(ConsultationPaths.new), use: begin)
        table.post(RouterPath(ConsultationPaths.new), use: create)
        table.get(RouterPath(ConsultationPaths.atWork), use: show)
        table.get(RouterPath(ConsultationPaths.change), use: edit)
        table.post(RouterPath(ConsultationPaths.change), use: save)
        table.post(RouterPath(ConsultationPaths.step), use: move)
        table.post(RouterPath(ConsultationPaths.time), use: extend)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.mayPlanConsultations(in: programme).check()
        let page = ListPage(try context.query.page())
        let rows = try await site.read { db in try ConsultationAtWork.list(in: programme, page, db) }
        return try site.render(try ConsultationDeskPage(rows, page, in: context), in: context)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.visitor.mayPlanConsultations(in: try context.programme.id).check()
        var form = ConsultationForm()
        form.kind = ConsultationKind.associationHearing.rawValue
        form.channel = context.text("consultations.plan.usual-channel")
        return try site.render(try await formPage(form, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await keep(request, context, number: nil)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        try context.visitor.mayRun(rules).check()
        guard rules.state == .planned else { throw Refusal("consultation-has-begun") }
        let form = try await site.read { db in try ConsultationForm.find(rules, db) }
        return try site.render(try await formPage(form, rules.number, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await keep(request, context, number: try context.number())
    }

    private func keep(_ request: Request, _ context: SiteContext, number: Int64?) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        try visitor.mayPlanConsultations(in: programme).check()
        let (form, now) = (ConsultationForm(sent), Moment(site.clock()))
        return try await site.answer(in: context) {
            let key = try site.formKey("consultation", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let number = try PlanConsultation(form, in: programme, number: number).run(as: visitor, at: now, in: db)
                return links.to(ConsultationPaths.atWork(number))
            }
        } orShow: { faults in
            try await formPage(form, number, faults, context)
        }
    }

    private func formPage(
        _ form: ConsultationForm, _ number: Int64?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ConsultationFormPage {
        let programme = try context.programme.id
        let choices = try await site.read { db in try ConsultationChoices.load(in: programme, db) }
        return ConsultationFormPage(
            form, number, choices, faults, formKey: site.formKey("consultation", in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        return try site.render(
            page(rules, sent: .empty, .none(in: context), context), in: context)
    }

    private func page(
        _ rules: ConsultationRules, sent: Query, _ faults: FormFaults, _ context: SiteContext
    ) -> ConsultationAtWorkPage {
        ConsultationAtWorkPage(
            rules, sent: sent, faults, today: Moment(site.clock()).day, formKey: site.formKey("step", in: context),
            in: context)
    }

    @Sendable
    private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context) { number, programme, sent in
            guard let step = try sent.choice(MoveConsultation.Field.step, as: ConsultationStep.self) else {
                throw PageFault.unreadableForm
            }
            let reason = sent.text(MoveConsultation.Field.reason)
            return { visitor, now, db in
                try MoveConsultation(number, in: programme, step, because: reason).run(as: visitor, at: now, in: db)
            }
        }
    }

    @Sendable
    private func extend(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context) { number, programme, sent in
            let extend = ExtendConsultation(
                number, in: programme, for: sent.text(ExtendConsultation.Field.name),
                until: sent.text(ExtendConsultation.Field.endsOn), because: sent.text(ExtendConsultation.Field.reason))
            return { visitor, now, db in try extend.run(as: visitor, at: now, in: db) }
        }
    }

    private typealias Change = @Sendable (Visitor, Moment, Connection) throws -> Void

    /// One step with a consultation; what was typed comes back when something is wrong with it.
    private func change(
        _ request: Request, _ context: SiteContext, _ make: (Int64, String, Query) throws -> Change
    ) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await rules(context)
        let change = try make(rules.number, rules.programme, sent)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(ConsultationPaths.atWork(rules.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("step", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change(visitor, now, db)
                return place
            }
        } orShow: { faults in
            page(rules, sent: sent, faults, context)
        }
    }

    /// The consultation of the address, for somebody who may see all of them.
    private func rules(_ context: SiteContext) async throws -> ConsultationRules {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayPlanConsultations(in: programme).check()
        let rules = try await site.read { db in try ConsultationRules.find(number: number, in: programme, db) }
        guard let rules else { throw PageFault.notFound }
        return rules
    }
}

extension ConsultationForm {
    init(_ sent: Query) {
        self.init()
        title = sent.text(Field.title)
        kind = sent.text(Field.kind)
        startsOn = sent.text(Field.startsOn)
        endsOn = sent.text(Field.endsOn)
        fileNumber = sent.text(Field.fileNumber)
        audience = sent.text(Field.audience)
        channel = sent.text(Field.channel)
        use = sent.text(Field.use)
        publishOn = sent.text(Field.publishOn)
        proposals = sent.texts(Field.proposals)
        invited = sent.texts(Field.invited)
        hearsFields = sent.text(Field.hearsFields) != nil
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/beteiligungen/N/punkte/12.3`: one point is assessed, agreed, split or given an answer of its own again.
struct PointRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(SynopsisPaths.point), use: show)
        table.post(RouterPath(SynopsisPaths.point), use: assess)
        table.post(RouterPath(SynopsisPaths.signature), use: sign)
        table.post(RouterPath(SynopsisPaths.reply), use: reply)
        table.post(RouterPath(SynopsisPaths.split), use: split)
        table.post(RouterPath(SynopsisPaths.separation), use: separate)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let desk = try await desk(context)
        var form = AssessmentForm(desk.file)
        if let template = context.query.text("baustein"),
            let point = desk.file.earlier.first(where: { $0.place.text == template })
        {
            form.outcome = point.outcome?.rawValue
            form.assessment = point.assessment
        }
        return try site.render(page(desk, form, .empty, .none(in: context), context), in: context)
    }

    @Sendable
    private func assess(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context) { desk, sent in
            let form = AssessmentForm(sent)
            let assess = AssessPoint(desk.place, in: desk.rules.number, of: desk.rules.programme, form)
            return { visitor, now, db in try assess.run(as: visitor, at: now, in: db) }
        }
    }

    @Sendable
    private func sign(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context) { desk, sent in
            let sign = SignPoint(
                desk.place, in: desk.rules.number, of: desk.rules.programme,
                for: sent.text(SignPoint.Field.ministry) ?? "", answer: sent.text(SignPoint.Field.answer),
                note: sent.text(SignPoint.Field.note), revision: sent.text(AssessmentForm.Field.revision))
            return { visitor, now, db in try sign.run(as: visitor, at: now, in: db) }
        }
    }

    @Sendable
    private func reply(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context) { desk, sent in
            let answer = AnswerDissent(
                desk.place, in: desk.rules.number, of: desk.rules.programme,
                to: sent.text(SignPoint.Field.ministry) ?? "", reply: sent.text(SignPoint.Field.reply),
                revision: sent.text(AssessmentForm.Field.revision))
            return { visitor, now, db in try answer.run(as: visitor, at: now, in: db) }
        }
    }

    @Sendable
    private func split(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context) { desk, sent in
            let split = SplitPoint(
                desk.place, in: desk.rules.number, of: desk.rules.programme, into: sent.text(SplitPoint.Field.parts),
                revision: sent.text(AssessmentForm.Field.revision))
            return { visitor, now, db in try split.run(as: visitor, at: now, in: db) }
        }
    }

    @Sendable
    private func separate(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(request, context) { desk, _ in
            let separate = SeparatePoint(desk.place, in: desk.rules.number, of: desk.rules.programme)
            return { visitor, now, db in try separate.run(as: visitor, at: now, in: db) }
        }
    }

    private typealias Change = @Sendable (Visitor, Moment, Connection) throws -> Void

    /// One change of a point. When something is wrong with what was typed, or somebody else was faster, it comes back
    /// with everything.
    private func change(
        _ request: Request, _ context: SiteContext, _ make: (PointDesk, Query) throws -> Change
    ) async throws -> Response {
        let sent = try await context.form(in: request)
        let before = try await desk(context)
        let change = try make(before, sent)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(SynopsisPaths.point(before.rules.number, before.place.text))
        return try await site.answer(in: context) {
            let key = try site.formKey("point", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change(visitor, now, db)
                return place
            }
        } orShow: { faults in
            guard faults.isOutdated else { return page(before, typed(sent, before), sent, faults, context) }
            let now = try await desk(context)
            var form = typed(sent, now)
            form.revision = now.file.revision
            return page(now, form, sent, faults, context)
        }
    }

    /// What was typed as an answer; the other forms of the page leave it as it is.
    private func typed(_ sent: Query, _ desk: PointDesk) -> AssessmentForm {
        sent.text(AssessmentForm.Field.outcome) == nil && sent.text(AssessmentForm.Field.assessment) == nil
            ? AssessmentForm(desk.file) : AssessmentForm(sent)
    }

    private func page(
        _ desk: PointDesk, _ form: AssessmentForm, _ sent: Query, _ faults: FormFaults, _ context: SiteContext
    ) -> PointPage {
        PointPage(
            desk, form, sent: sent, faults, today: Moment(site.clock()).day,
            formKey: site.formKey("point", in: context), in: context)
    }

    private func desk(_ context: SiteContext) async throws -> PointDesk {
        let rules = try await site.synopsisRules(context)
        guard let place = SynopsisPlace(try context.parameter("point")) else { throw PageFault.notFound }
        let found = try await site.read { db in
            (try PointFile.load(place, in: rules, db), try SynopsisChoices.load(in: rules.programme, db))
        }
        guard let file = found.0 else { throw PageFault.notFound }
        return PointDesk(rules: rules, place: place, file: file, choices: found.1)
    }
}

/// What one point is worked on with.
struct PointDesk: Sendable {
    let rules: ConsultationRules
    let place: SynopsisPlace
    let file: PointFile
    let choices: SynopsisChoices
}

extension AssessmentForm {
    init(_ file: PointFile) {
        self.init()
        outcome = file.point.outcome?.rawValue
        assessment = file.point.assessment
        changeNew = file.point.changeNew
        changeOld = file.point.changeOld
        ministries = file.signatures.map(\.ministry.key)
        revision = file.revision
    }

    init(_ sent: Query) {
        self.init()
        outcome = sent.text(Field.outcome)
        assessment = sent.text(Field.assessment)
        changeOld = sent.text(Field.changeOld)
        changeNew = sent.text(Field.changeNew)
        ministries = sent.texts(Field.ministries)
        revision = sent.text(Field.revision)
    }
}

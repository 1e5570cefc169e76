// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/ziele/indikatoren`: what is measured, from where to where, and the values one by one.
struct IndicatorDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(GoalPaths.newIndicator), use: begin)
        table.post(RouterPath(GoalPaths.newIndicator), use: create)
        table.get(RouterPath(GoalPaths.indicator), use: show)
        table.get(RouterPath(GoalPaths.changeIndicator), use: edit)
        table.post(RouterPath(GoalPaths.changeIndicator), use: save)
        table.post(RouterPath(GoalPaths.measurement), use: measure)
        table.post(RouterPath(GoalPaths.indicatorEnd), use: end)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.visitor.mayEditGoals(in: try context.programme.id).check()
        var form = IndicatorForm()
        form.goal = context.query.text(IndicatorForm.Field.goal)
        return try site.render(try await newPage(form, .none(in: context), context), in: context)
    }

    @Sendable
    private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        try visitor.mayEditGoals(in: programme).check()
        let (form, now) = (IndicatorForm(sent), Moment(site.clock()))
        return try await site.answer(in: context) {
            let key = try site.formKey("indicator", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let made = try AddIndicator(form, in: programme).run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.indicator(made))
            }
        } orShow: { faults in
            try await newPage(form, faults, context)
        }
    }

    private func newPage(
        _ form: IndicatorForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> GoalWritingPage {
        let programme = try context.programme.id
        let choices = try await site.read { db in try GoalChoices.load(in: programme, db) }
        return GoalWritingPage(
            form, nil, choices, faults, formKey: site.formKey("indicator", in: context), in: context)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await changePage(nil, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (name, programme, links) = (try context.parameter("key"), try context.programme.id, context.links)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        try visitor.mayEditGoals(in: programme).check()
        let (form, revision) = (IndicatorForm(sent), try sent.number(ChangeProject.revisionField) ?? 0)
        return try await site.answer(in: context) {
            let key = try site.formKey("indicator", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try ChangeIndicator(name, form, basedOn: revision, in: programme).run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.indicator(name))
            }
        } orShow: { faults in
            try await changePage(form, faults.conflict?.revision ?? revision, faults, context)
        }
    }

    private func changePage(
        _ sent: IndicatorForm?, _ revision: Int64?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> GoalWritingPage {
        let (key, programme) = (try context.parameter("key"), try context.programme.id)
        try context.visitor.mayEditGoals(in: programme).check()
        let found = try await site.read { db in
            try IndicatorForm.find(key, in: programme, db).map { found in
                (found: found, choices: try GoalChoices.load(in: programme, keeping: found.form.goal, db))
            }
        }
        guard let found else { throw PageFault.notFound }
        return GoalWritingPage(
            sent ?? found.found.form, (found.found.indicator, revision ?? found.found.revision), found.choices, faults,
            formKey: site.formKey("indicator", in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(MeasurementForm(), nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func measure(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (name, programme, links) = (try context.parameter("key"), try context.programme.id, context.links)
        let (visitor, now, form) = (context.visitor, Moment(site.clock()), MeasurementForm(sent))
        return try await site.answer(in: context) {
            let key = try site.formKey("measurement", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try RecordMeasurement(form, of: name, in: programme).run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.indicator(name))
            }
        } orShow: { faults in
            try await page(form, nil, faults, context)
        }
    }

    @Sendable
    private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (name, programme, links) = (try context.parameter("key"), try context.programme.id, context.links)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let reason = sent.text(RetireGoal.Field.reason)
        let resumes = sent.text(ChangeProject.revisionField) == RetireGoal.Field.resumes
        return try await site.answer(in: context) {
            let key = try site.formKey("indicator-end", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try RetireIndicator(name, resumes: resumes, because: reason, in: programme)
                    .run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.indicator(name))
            }
        } orShow: { faults in
            try await page(MeasurementForm(), reason, faults, context)
        }
    }

    private func page(
        _ form: MeasurementForm, _ endReason: String?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> GoalWritingPage {
        let (key, programme) = (try context.parameter("key"), try context.programme.id)
        try context.visitor.mayEditGoals(in: programme).check()
        let indicator = try await site.read { db in
            try Indicator.list(in: programme, db).first { $0.key == key }
        }
        guard let indicator else { throw PageFault.notFound }
        return GoalWritingPage(
            indicator, form, endReason, faults,
            keys: ["measurement", "indicator-end"].map { site.formKey($0, in: context) }, in: context)
    }
}

extension IndicatorForm {
    init(_ sent: Query) {
        self.init()
        name = sent.text(Field.name)
        unit = sent.text(Field.unit)
        region = sent.text(Field.region)
        goal = sent.text(Field.goal)
        baseline = sent.text(Field.baseline)
        target = sent.text(Field.target)
        targetOn = sent.text(Field.targetOn)
        path = sent.text(Field.path)?.replacing("\r\n", with: "\n")
        sourceName = sent.text(Field.sourceName)
        sourceURL = sent.text(Field.sourceURL)
        note = sent.text(Field.note)?.replacing("\r\n", with: "\n")
        reason = sent.text(Field.reason)
    }
}

extension MeasurementForm {
    init(_ sent: Query) {
        self.init()
        asOf = sent.text(Field.asOf)
        value = sent.text(Field.value)
        takesBack = sent.text(Field.takesBack) != nil
        sourceName = sent.text(Field.sourceName)
        sourceURL = sent.text(Field.sourceURL)
        reason = sent.text(Field.reason)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/ziele`: the programme office writes what is to be reached.
struct GoalDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(GoalPaths.desk), use: desk)
        table.get(RouterPath(GoalPaths.new), use: begin)
        table.post(RouterPath(GoalPaths.new), use: create)
        table.get(RouterPath(GoalPaths.change), use: edit)
        table.post(RouterPath(GoalPaths.change), use: save)
        table.post(RouterPath(GoalPaths.order), use: move)
        table.post(RouterPath(GoalPaths.end), use: end)
    }

    @Sendable
    private func desk(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.mayEditGoals(in: programme).check()
        let tree = try await site.read { db in try GoalTree.read(in: programme, db) }
        return try site.render(
            GoalDeskPage(tree, formKey: site.formKey("goal-order", in: context), in: context), in: context)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.visitor.mayEditGoals(in: try context.programme.id).check()
        var form = GoalForm()
        form.kind = GoalKind.goal.rawValue
        return try site.render(try await newPage(form, .none(in: context), context), in: context)
    }

    @Sendable
    private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        try visitor.mayEditGoals(in: programme).check()
        let (form, now) = (GoalForm(sent), Moment(site.clock()))
        return try await site.answer(in: context) {
            let key = try site.formKey("goal", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                _ = try AddGoal(form, in: programme).run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.desk)
            }
        } orShow: { faults in
            try await newPage(form, faults, context)
        }
    }

    private func newPage(
        _ form: GoalForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> GoalWritingPage {
        let programme = try context.programme.id
        let choices = try await site.read { db in try GoalChoices.load(in: programme, db) }
        return GoalWritingPage(
            newGoal: form, choices, faults, formKey: site.formKey("goal", in: context), in: context)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(
            try await changePage(nil, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, links) = (try context.number(), try context.programme.id, context.links)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        try visitor.mayEditGoals(in: programme).check()
        let (form, revision) = (GoalForm(sent), try sent.number(ChangeProject.revisionField) ?? 0)
        return try await site.answer(in: context) {
            let key = try site.formKey("goal", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try ChangeGoal(number, form, basedOn: revision, in: programme).run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.change(number))
            }
        } orShow: { faults in
            try await changePage(form, faults.conflict?.revision ?? revision, faults, context)
        }
    }

    /// - Parameters:
    ///   - sent: what was typed; nil for the goal as it stands
    ///   - revision: which state of the goal that was made of
    private func changePage(
        _ sent: GoalForm?, _ revision: Int64?, _ faults: FormFaults,
        _ context: SiteContext, ending reason: String? = nil
    ) async throws -> GoalWritingPage {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayEditGoals(in: programme).check()
        let found = try await site.read { db in
            try GoalForm.find(number, in: programme, db).map { found in
                (found: found, choices: try GoalChoices.load(in: programme, keeping: found.form.parent, db))
            }
        }
        guard let found else { throw PageFault.notFound }
        let writing = GoalWriting(
            goal: found.found.goal, form: sent ?? found.found.form, revision: revision ?? found.found.revision,
            choices: found.choices, endReason: reason)
        return GoalWritingPage(
            writing, faults, keys: ["goal", "goal-end"].map { site.formKey($0, in: context) }, in: context)
    }

    @Sendable
    private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, links) = (try context.number(), try context.programme.id, context.links)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        guard let direction = try sent.choice("richtung", as: MoveGoal.Direction.self) else {
            throw PageFault.unknownValue(name: "richtung")
        }
        let key = try site.formKey("goal-order", sentIn: sent, context)
        return try await site.once(key, in: context) { db in
            try MoveGoal(number, direction, in: programme).run(as: visitor, at: now, in: db)
            return links.to(GoalPaths.desk)
        }
    }

    @Sendable
    private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, links) = (try context.number(), try context.programme.id, context.links)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let reason = sent.text(RetireGoal.Field.reason)
        let resumes = sent.text(ChangeProject.revisionField) == RetireGoal.Field.resumes
        return try await site.answer(in: context) {
            let key = try site.formKey("goal-end", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try RetireGoal(number, resumes: resumes, because: reason, in: programme)
                    .run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.change(number))
            }
        } orShow: { faults in
            try await changePage(nil, nil, faults, context, ending: reason)
        }
    }
}

extension GoalForm {
    init(_ sent: Query) {
        self.init()
        kind = sent.text(Field.kind)
        title = sent.text(Field.title)
        text = sent.text(Field.text)
        field = sent.text(Field.field)
        parent = sent.text(Field.parent)
        reason = sent.text(Field.reason)
    }
}

/// What the page of a goal is made of for those who write it.
struct GoalWriting {
    let goal: Goal
    let form: GoalForm
    let revision: Int64
    let choices: GoalChoices
    /// What was typed to say why it ends.
    let endReason: String?
}

extension GoalWritingPage {
    /// The form for a new vision or goal.
    init(
        newGoal form: GoalForm, _ choices: GoalChoices, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let fields = GoalFields(words: "form", faults: faults, context: context)
        let kinds = GoalKind.allCases.reversed().map { ($0.rawValue, context.text("goals.form.kinds.\($0.rawValue)")) }
        self.init(
            heading: context.text("goals.desk.new"), lead: context.text("goals.form.lead-new"),
            summary: faults.summary,
            forms: [
                Form(
                    anchor: "formular", heading: nil, text: nil, action: context.links.to(GoalPaths.new),
                    formKey: formKey, revision: nil,
                    parts: [fields.choice(GoalForm.Field.kind, form.kind, kinds)]
                        + Self.parts(form, choices, fields), submit: context.text("goals.form.submit-new"))
            ], crumbs: [context.workCrumb, context.goalDeskCrumb])
    }

    /// A vision or goal as it stands, to be changed or ended.
    init(
        _ writing: GoalWriting, _ faults: FormFaults, keys: [String],
        in context: SiteContext
    ) {
        let (goal, form) = (writing.goal, writing.form)
        let fields = GoalFields(words: "form", faults: faults, context: context)
        let words = (writing.choices.fields + writing.choices.goals).map { ($0.key, $0.title) }
        let change = Form(
            anchor: "formular", heading: context.text("goals.form.change"), text: nil,
            action: context.links.to(GoalPaths.change(goal.number)), formKey: keys[0],
            revision: String(writing.revision),
            parts: Self.parts(form, writing.choices, fields, isVision: goal.isVision) + [
                fields.line(GoalForm.Field.reason, form.reason, isRequired: true)
            ], submit: context.text("goals.form.submit-change"))
        self.init(
            kicker: context.text(
                goal.isVision ? "goals.goal.vision-kicker" : "goals.goal.kicker",
                ["number": context.notation.number(goal.number)]),
            heading: goal.title, summary: faults.summary,
            conflict: faults.conflict.map { ConflictNote($0, fields, words: Dictionary(words) { first, _ in first }) },
            notices: goal.retiredOn.map { [context.retired("goals.end.goal-retired", on: $0)] } ?? [],
            ways: [
                Section.More(
                    label: context.text("goals.desk.public-goal"), link: context.links.to("/ziele/\(goal.number)")),
                Section.More(
                    label: context.text("goals.desk.new-indicator"),
                    link: context.links.to(GoalPaths.newIndicator, ["ziel": goal.key])),
            ],
            forms: [
                change,
                fields.end(
                    "goal", isRetired: goal.retiredOn != nil, writing.endReason,
                    action: context.links.to(GoalPaths.end(goal.number)), formKey: keys[1]),
            ],
            sections: [Section.changes(of: goal, in: context)].compactMap { $0 },
            crumbs: [context.workCrumb, context.goalDeskCrumb])
    }

    private static func parts(
        _ form: GoalForm, _ choices: GoalChoices, _ fields: GoalFields, isVision: Bool = false
    ) -> [Part] {
        let wording = [
            fields.line(GoalForm.Field.title, form.title, isRequired: true),
            fields.line(GoalForm.Field.text, form.text, rows: 4),
        ]
        guard !isVision else { return wording }
        return wording + [
            fields.choice(
                GoalForm.Field.parent, form.parent, choices.visions.map { ($0.key, $0.title) }, isOptional: true),
            fields.choice(
                GoalForm.Field.field, form.field, choices.fields.map { ($0.key, $0.title) }, isOptional: true),
        ]
    }
}

extension SiteContext {
    /// Says from which day something is pursued no longer.
    func retired(_ key: String, on day: PartialDate) -> Notice {
        Notice(text(key, ["date": notation.date(day)]), tone: .warning)
    }
}

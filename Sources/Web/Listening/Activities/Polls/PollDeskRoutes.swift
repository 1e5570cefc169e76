// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/abstimmungen`: polls are set up, and their period is changed.
struct PollDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PollPaths.desk), use: list)
        table.get(RouterPath(PollPaths.new), use: begin)
        table.post(RouterPath(PollPaths.new), use: create)
        table.get(RouterPath(PollPaths.atWork), use: show)
        table.get(RouterPath(PollPaths.change), use: edit)
        table.post(RouterPath(PollPaths.change), use: save)
        table.post(RouterPath(PollPaths.period), use: move)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.mayRunPolls(in: programme).check()
        let (page, now) = (ListPage(try context.query.page()), Moment(site.clock()))
        let polls = try await site.read { db in try Poll.list(in: programme, page, db) }
        return try site.render(try PollDeskPage(polls, page, at: now, in: context), in: context)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.visitor.mayRunPolls(in: try context.programme.id).check()
        var form = PollForm()
        form.choices = "3"
        form.resultRule = ResultRule.atEnd.rawValue
        form.audience = context.text("activities.plan.usual-audience")
        return try site.render(try await formPage(form, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await keep(request, context, number: nil)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let poll = try await poll(context)
        guard poll.standing(at: Moment(site.clock())) == .coming else { throw Refusal("poll-has-begun") }
        let form = try await site.read { db in try PollForm.find(poll, db) }
        return try site.render(try await formPage(form, poll.number, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await keep(request, context, number: try await poll(context).number)
    }

    private func keep(_ request: Request, _ context: SiteContext, number: Int64?) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        try visitor.mayRunPolls(in: programme).check()
        let (form, now) = (PollForm(sent), Moment(site.clock()))
        return try await site.answer(in: context) {
            let key = try site.formKey("poll", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let number = try PlanPoll(form, in: programme, number: number).run(as: visitor, at: now, in: db)
                return links.to(PollPaths.atWork(number))
            }
        } orShow: { faults in
            try await formPage(form, number, faults, context)
        }
    }

    private func formPage(
        _ form: PollForm, _ number: Int64?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> PollFormPage {
        let programme = try context.programme.id
        let choices = try await site.read { db in try PollChoices.load(in: programme, db) }
        return PollFormPage(form, number, choices, faults, formKey: site.formKey("poll", in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let poll = try await poll(context)
        return try site.render(try await page(poll, .empty, .none(in: context), context), in: context)
    }

    private func page(
        _ poll: Poll, _ sent: Query, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> PollAtWorkPage {
        let ballots = try await site.read { db in try Ballot.count(in: poll.id, db) }
        return PollAtWorkPage(
            poll, ballots: ballots, sent, faults, at: Moment(site.clock()),
            formKey: site.formKey("poll-period", in: context), in: context)
    }

    @Sendable
    private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let poll = try await poll(context)
        let (visitor, now, place) = (
            context.visitor, Moment(site.clock()), context.links.to(PollPaths.atWork(poll.number))
        )
        let move = MovePoll(
            poll.number, in: poll.programme, from: sent.text(MovePoll.Field.startsOn),
            until: sent.text(MovePoll.Field.endsOn), because: sent.text(MovePoll.Field.reason))
        return try await site.answer(in: context) {
            let key = try site.formKey("poll-period", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try move.run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await page(poll, sent, faults, context)
        }
    }

    /// The poll of the address, for somebody who may run it.
    private func poll(_ context: SiteContext) async throws -> Poll {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayRunPolls(in: programme).check()
        let poll = try await site.read { db in try Poll.find(number: number, in: programme, db) }
        guard let poll else { throw PageFault.notFound }
        return poll
    }
}

extension PollForm {
    fileprivate init(_ sent: Query) {
        self.init()
        title = sent.text(Field.title)
        choices = sent.text(Field.choices)
        resultRule = sent.text(Field.resultRule)
        startsOn = sent.text(Field.startsOn)
        endsOn = sent.text(Field.endsOn)
        audience = sent.text(Field.audience)
        use = sent.text(Field.use)
        forums = sent.texts(Field.forums)
        fields = sent.texts(Field.fields)
        others = sent.text(Field.others)
    }
}

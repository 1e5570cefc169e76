// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/antraege` and `/arbeit/aufrufe`: calls are set up, applications checked, proposed and decided.
struct ApplicationDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ApplicationPaths.desk), use: list)
        table.get(RouterPath(ApplicationPaths.deskCase), use: show)
        for act in ["nachforderung", "pruefung", "begutachtung", "vorschlag", "entscheidung"] {
            table.post(RouterPath(ApplicationPaths.deskCase + "/" + act)) { request, context in
                try await step(act, request, context)
            }
        }
        table.get(RouterPath(ApplicationPaths.call), use: showCall)
        table.post(RouterPath(ApplicationPaths.call), use: saveCall)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.maySeeApplications(in: programme).check()
        let (cases, calls) = try await site.read { db in
            (try ApplicationCase.submitted(in: programme, db), try PartnerCallRules.all(in: programme, db))
        }
        return try site.render(ApplicationDeskPage(cases, calls, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await casePage(nil, .none(in: context), context), in: context)
    }

    private func step(_ name: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (id, sent) = (try context.parameter("id"), try await context.form(in: request))
        let (act, revision) = (HandleApplication.Act(name, sent), ApplicationForm.revision(sent))
        let place = context.links.to(ApplicationPaths.deskCase(id))
        return try await site.answer(in: context) {
            let key = try site.formKey("application-step", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let letters = site.reviewLetters(in: programme, try site.programmes(db))
                try HandleApplication(id, seen: revision, act, in: programme)
                    .run(as: visitor, at: now, in: db, compose: letters)
                return place
            }
        } orShow: { faults in
            try await casePage(sent, faults, context)
        }
    }

    @Sendable
    private func showCall(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await callPage(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func saveCall(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (id, sent) = (try context.parameter("id"), try await context.form(in: request))
        let (form, place) = (CallForm(sent), context.links.to(ApplicationPaths.desk))
        return try await site.answer(in: context) {
            let key = try site.formKey("call", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try SaveCall(Int64(id), form, in: programme).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await callPage(form, faults, context)
        }
    }
}

extension ApplicationDeskRoutes {
    private func casePage(
        _ sent: Query?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ApplicationDeskCasePage {
        let (visitor, programme, id) = (context.visitor, try context.programme.id, try context.parameter("id"))
        try visitor.maySeeApplications(in: programme).check()
        let (found, reviews, files) = try await site.read { db in
            let found = try ApplicationCase.find(id, in: programme, db)
            return (found, try ApplicationReview.list(of: id, db), try found?.files(in: programme, db) ?? [])
        }
        guard let found, found.state != .draft else { throw PageFault.notFound }
        return ApplicationDeskCasePage(
            found, reviews, files, sent, faults,
            formKey: site.formKey("application-step", in: context), in: context)
    }

    private func callPage(
        _ form: CallForm?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> CallFormPage {
        let (programme, id) = (try context.programme.id, try context.parameter("id"))
        try context.visitor.mayRunCalls(in: programme).check()
        var known = form ?? CallForm()
        if form == nil, id != ApplicationPaths.newCall {
            guard let number = Int64(id) else { throw PageFault.notFound }
            let calls = try await site.read { db in try PartnerCall.list(in: programme, db) }
            guard let call = calls.first(where: { $0.number == number }) else { throw PageFault.notFound }
            known = CallForm(call)
        }
        return CallFormPage(
            known, faults, action: context.links.to(ApplicationPaths.call(id)),
            formKey: site.formKey("call", in: context), in: context)
    }
}

extension HandleApplication.Act {
    /// - Parameter name: the last word of the address
    init(_ name: String, _ sent: Query) {
        typealias Field = HandleApplication.Field
        let (until, outcome, reason) = (sent.text(Field.until), sent.text(Field.outcome), sent.text(Field.reason))
        self =
            switch name {
            case "nachforderung": .request(text: sent.text(Field.text), until: until)
            case "begutachtung": .invite(email: sent.text(Field.email), until: until)
            case "vorschlag": .propose(outcome: outcome, reason: reason)
            case "entscheidung": .decide(outcome: outcome, reason: reason)
            default: .check
            }
    }
}

extension CallForm {
    init(_ sent: Query) {
        self.init()
        title = sent.text(Field.title)
        description = sent.text(Field.description)
        opensOn = sent.text(Field.opensOn)
        closesOn = sent.text(Field.closesOn)
        criteria = sent.text(Field.criteria)
        questions = sent.text(Field.questions)
    }

    init(_ call: PartnerCall) {
        self.init()
        title = call.title
        description = call.description
        opensOn = call.opensOn?.text
        closesOn = call.closesOn?.text
        criteria = call.criteria.joined(separator: "\n")
        questions = call.questions.joined(separator: "\n")
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/beteiligungen/N/saal`: staff take down what is said, answer, group and hide, and take it into the synopsis.
struct HallDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(HallPaths.desk), use: show)
        table.post(RouterPath(HallPaths.desk), use: record)
        table.post(RouterPath(HallPaths.work), use: work)
        table.post(RouterPath(HallPaths.taking), use: take)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        var form = HallForm()
        form.kind = context.query.text(HallForm.Field.kind)
        form.channel = context.query.text(HallForm.Field.channel)
        form.proposal = context.query.text(HallForm.Field.proposal)
        return try site.render(try await page(rules, form, .none(in: context), context), in: context)
    }

    private func page(
        _ rules: ConsultationRules, _ form: HallForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> HallDeskPage {
        let entries = try await site.read { db in try HallEntry.list(of: rules.id, db) }
        return HallDeskPage(rules, entries, form, faults, formKey: site.formKey("hall-desk", in: context), in: context)
    }

    /// Leads back to the form, which keeps way, kind and proposal.
    @Sendable
    private func record(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let form = HallForm(sent)
        return try await change(sent, form, context) { number, programme, visitor, now, db in
            _ = try RecordHallEntry(form, in: number, of: programme).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func work(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        guard let act = try sent.choice(HallAct.field, as: HallAct.self),
            let entry = try sent.number(HallForm.Field.number)
        else { throw PageFault.unreadableForm }
        let lead = try sent.number(HallForm.Field.lead)
        let answer = sent.text(HallForm.Field.answer)
        return try await change(sent, HallForm(), context) { number, programme, visitor, now, db in
            let work: WorkHallEntry.Act =
                switch act {
                case .answer: .answer(answer)
                case .join: .join(lead)
                case .hide: .hide
                case .show: .show
                }
            try WorkHallEntry(entry, work, in: number, of: programme).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        return try await change(sent, HallForm(), context) { number, programme, visitor, now, db in
            _ = try TakeHallIntoSynopsis(number, of: programme).run(as: visitor, at: now, in: db)
        }
    }

    private func change(
        _ sent: Query, _ form: HallForm, _ context: SiteContext,
        _ change: @escaping @Sendable (Int64, String, Visitor, Moment, Connection) throws -> Void
    ) async throws -> Response {
        let rules = try await rules(context)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(
            HallPaths.desk(rules.number),
            [
                HallForm.Field.kind: form.kind, HallForm.Field.channel: form.channel,
                HallForm.Field.proposal: form.proposal,
            ])
        return try await site.answer(in: context) {
            let key = try site.formKey("hall-desk", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change(rules.number, rules.programme, visitor, now, db)
                return "\(place)#\(HallForm.Field.text)"
            }
        } orShow: { faults in
            try await page(rules, form, faults, context)
        }
    }

    /// The townhall of the address, for somebody who may run it.
    private func rules(_ context: SiteContext) async throws -> ConsultationRules {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayPlanConsultations(in: programme).check()
        let rules = try await site.read { db in try ConsultationRules.find(number: number, in: programme, db) }
        guard let rules, rules.kind == .townhall else { throw PageFault.notFound }
        try context.visitor.mayRun(rules).check()
        return rules
    }
}

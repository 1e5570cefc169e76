// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/mittel`: where offices keep the ledger, entry by entry.
struct LedgerRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(FundingPaths.desk), use: desk)
        table.post(RouterPath(FundingPaths.years), use: closeYear)
        table.get(RouterPath(FundingPaths.project), use: show)
        table.post(RouterPath(FundingPaths.project), use: book)
        table.post(RouterPath(FundingPaths.project + "/gegenbuchung"), use: reverse)
    }

    @Sendable
    private func desk(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await deskPage(.none(in: context), context), in: context)
    }

    @Sendable
    private func closeYear(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        try visitor.mayRunLedger(in: programme).check()
        let sent = try await context.form(in: request)
        let year = sent.text(FundingForm.Field.fiscalYear).flatMap { Int64($0) } ?? 0
        let opens = sent.text("oeffnen") != nil
        let place = context.links.to(FundingPaths.desk)
        return try await site.answer(in: context) {
            let key = try site.formKey("funding-year", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try CloseYear(year, opens: opens, in: programme).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await deskPage(faults, context)
        }
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = FundingForm()
        let today = Moment(site.clock()).day
        form.bookedOn = today.text
        form.fiscalYear = String(today.year)
        return try site.render(try await projectPage(form, .none(in: context), context), in: context)
    }

    @Sendable
    private func book(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (number, sent) = (try context.number(), try await context.form(in: request))
        let form = FundingForm(sent)
        let place = context.links.to(FundingPaths.project(number))
        return try await site.answer(in: context) {
            let key = try site.formKey("funding", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try BookFunding(form, for: number, in: programme).run(as: visitor, at: now, in: db)
                return place + "#buchungen"
            }
        } orShow: { faults in
            try await projectPage(form, faults, context)
        }
    }

    @Sendable
    private func reverse(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (number, sent) = (try context.number(), try await context.form(in: request))
        let (entry, reason) = (sent.text("eintrag") ?? "", sent.text(ReverseFunding.reasonField))
        let place = context.links.to(FundingPaths.project(number))
        return try await site.answer(in: context) {
            let key = try site.formKey("funding-reversal", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try ReverseFunding(entry, reason: reason, in: programme).run(as: visitor, at: now, in: db)
                return place + "#buchungen"
            }
        } orShow: { faults in
            try await projectPage(FundingForm(), faults, context, reversal: (entry, reason))
        }
    }
}

extension LedgerRoutes {
    private func deskPage(_ faults: FormFaults, _ context: SiteContext) async throws -> LedgerDeskPage {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayKeepLedger(in: programme).check()
        let number = try context.query.page()
        let ministries = visitor.ledgerMinistries(in: programme)
        let (projects, years) = try await site.read { db in
            (
                try LedgerProject.list(ofMinistries: ministries, ListPage(number), in: programme, db),
                try ClosedYear.list(in: programme, db)
            )
        }
        return try LedgerDeskPage(
            projects, years, page: number, faults,
            formKey: site.formKey("funding-year", in: context), in: context)
    }

    /// - Parameter reversal: the entry that is to be taken back, with the reason as it was typed
    private func projectPage(
        _ form: FundingForm, _ faults: FormFaults, _ context: SiteContext, reversal: (String, String?)? = nil
    ) async throws -> LedgerProjectPage {
        let (visitor, programme, number) = (context.visitor, try context.programme.id, try context.number())
        try visitor.mayKeepLedger(in: programme).check()
        let view = try await site.read { db -> LedgerView? in
            guard let project = try LedgerProject.find(number, in: programme, db) else { return nil }
            try visitor.mayBook(for: project, in: programme).check()
            return LedgerView(
                project: project, entries: try LedgerEntry.list(of: project.id, db),
                partners: try LedgerProject.partners(of: project.id, in: programme, db),
                lines: try FundingLine.list(of: project.id, db))
        }
        guard let view else { throw PageFault.notFound }
        let wanted = reversal?.0 ?? context.query.text("eintrag")
        return try LedgerProjectPage(
            view, form, faults, reversing: wanted, reason: reversal?.1,
            keys: (site.formKey("funding", in: context), site.formKey("funding-reversal", in: context)), in: context)
    }
}

extension FundingForm {
    init(_ sent: Query) {
        self.init()
        kind = sent.text(Field.kind)
        basis = sent.text(Field.basis)
        source = sent.text(Field.source)
        partner = sent.text(Field.partner)
        budgetLine = sent.text(Field.budgetLine)
        fiscalYear = sent.text(Field.fiscalYear)
        bookedOn = sent.text(Field.bookedOn)
        amount = sent.text(Field.amount)
        reason = sent.text(Field.reason)
        told = sent.text(Field.told)
    }
}

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
        try await deskPage(nil, context)
    }

    @Sendable
    private func closeYear(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        try visitor.mayRunLedger(in: programme).check()
        let sent = try await context.form(in: request)
        let year = sent.text(FundingForm.Field.fiscalYear).flatMap { Int64($0) } ?? 0
        let opens = sent.text("oeffnen") != nil
        let place = context.links.to(FundingPaths.desk)
        do {
            let key = try site.formKey("funding-year", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try CloseYear(year, opens: opens, in: programme).run(as: visitor, at: now, in: db)
                return place
            }
        } catch let invalid as InvalidForm {
            return try await deskPage(invalid, context)
        }
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = FundingForm()
        let today = Moment(site.clock()).day
        form.bookedOn = today.text
        form.fiscalYear = String(today.year)
        return try await projectPage(form, nil, context)
    }

    @Sendable
    private func book(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (number, sent) = (try context.number(), try await context.form(in: request))
        let form = FundingForm(sent)
        let place = context.links.to(FundingPaths.project(number))
        do {
            let key = try site.formKey("funding", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try BookFunding(form, for: number, in: programme).run(as: visitor, at: now, in: db)
                return place + "#buchungen"
            }
        } catch let invalid as InvalidForm {
            return try await projectPage(form, invalid, context)
        }
    }

    @Sendable
    private func reverse(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (number, sent) = (try context.number(), try await context.form(in: request))
        let (entry, reason) = (sent.text("eintrag") ?? "", sent.text(ReverseFunding.reasonField))
        let place = context.links.to(FundingPaths.project(number))
        do {
            let key = try site.formKey("funding-reversal", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try ReverseFunding(entry, reason: reason, in: programme).run(as: visitor, at: now, in: db)
                return place + "#buchungen"
            }
        } catch let invalid as InvalidForm {
            return try await projectPage(
                FundingForm(), invalid, context, reversal: (entry, reason))
        }
    }
}

extension LedgerRoutes {
    private func deskPage(_ invalid: InvalidForm?, _ context: SiteContext) async throws -> Response {
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
        let page = try LedgerDeskPage(
            projects, years, page: number, FormFaults(invalid, in: context),
            formKey: site.formKey("funding-year", in: context), in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
    }

    /// - Parameter reversal: the entry that is to be taken back, with the reason as it was typed
    private func projectPage(
        _ form: FundingForm, _ invalid: InvalidForm?, _ context: SiteContext, reversal: (String, String?)? = nil
    ) async throws -> Response {
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
        let page = try LedgerProjectPage(
            view, form, FormFaults(invalid, in: context), reversing: wanted, reason: reversal?.1,
            keys: (site.formKey("funding", in: context), site.formKey("funding-reversal", in: context)), in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
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

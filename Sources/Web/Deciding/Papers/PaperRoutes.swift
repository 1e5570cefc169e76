// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/vorlagen`: decision papers are composed, signed, submitted and put on the agenda.
struct PaperRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PaperPaths.desk), use: list)
        table.get(RouterPath(PaperPaths.gate), use: gate)
        table.get(RouterPath(PaperPaths.paper), use: show)
        table.post(RouterPath(PaperPaths.paper), use: step)
        table.get(RouterPath(PaperPaths.printed), use: printed)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.mayWorkOnPapers(in: programme).check()
        let found = try await site.read { db in
            (try PaperListing.list(in: programme, db), try SittingAtWork.list(in: programme, db))
        }
        return try site.render(PaperDeskPage(papers: found.0, sittings: found.1, in: context), in: context)
    }

    @Sendable
    private func gate(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.mayWorkOnPapers(in: programme).check()
        let gates = try await site.read { db in try Gate.check(in: programme, db) }
        return try site.render(GatePage(gates, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(page(try await site.paperFile(context), .empty, .none(in: context), context), in: context)
    }

    @Sendable
    private func printed(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(PaperPrintPage(try await site.paperFile(context).paper, in: context), in: context)
    }

    private func page(_ file: PaperFile, _ sent: Query, _ faults: FormFaults, _ context: SiteContext) -> PaperPage {
        PaperPage(
            file, sent: sent, faults, today: Moment(site.clock()).day, formKey: site.formKey("paper", in: context),
            offer: site.exportOffer(PaperExport.self, of: PaperExport.subject(of: file.paper.number), in: context),
            in: context)
    }

    /// One step with a paper; what was typed comes back when something is wrong with it.
    @Sendable
    private func step(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let file = try await site.paperFile(context)
        guard let step = try sent.choice(PaperStep.field, as: PaperStep.self) else { throw PageFault.unreadableForm }
        let change = PaperChange(step, of: file.paper, sent, PaperComposer(in: context))
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(step == .withdraw ? PaperPaths.desk : PaperPaths.paper(file.paper.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("paper", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change.run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            if faults.isOutdated { throw PageFault.outdated }
            return page(file, sent, faults, context)
        }
    }
}

/// One step as it was sent.
private struct PaperChange: Sendable {
    let step: PaperStep
    let number: Int64
    let programme: String
    let sent: Query
    let composer: PaperComposer

    init(_ step: PaperStep, of paper: PaperAtWork, _ sent: Query, _ composer: PaperComposer) {
        self.step = step
        number = paper.number
        programme = paper.programme
        self.sent = sent
        self.composer = composer
    }

    func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let revision = sent.text(PaperForm.Field.revision)
        switch step {
        case .recompose:
            try RecomposePaper(number, in: programme).run(as: visitor, at: now, in: db, wording: composer.wording)
        case .beginSigning:
            try BeginSigning(
                number, in: programme, by: sent.texts(BeginSigning.Field.ministries),
                until: sent.text(BeginSigning.Field.until)
            ).run(as: visitor, at: now, in: db)
        case .sign:
            try SignPaper(
                number, in: programme, for: sent.text(SignPoint.Field.ministry) ?? "",
                answer: sent.text(SignPoint.Field.answer), note: sent.text(SignPoint.Field.note), revision: revision
            ).run(as: visitor, at: now, in: db)
        case .answer:
            try AnswerRefusal(
                number, in: programme, to: sent.text(SignPoint.Field.ministry) ?? "",
                reply: sent.text(SignPoint.Field.reply)
            ).run(as: visitor, at: now, in: db)
        case .submit: try SubmitPaper(number, in: programme).run(as: visitor, at: now, in: db)
        case .withdraw: try WithdrawPaper(number, in: programme).run(as: visitor, at: now, in: db)
        case .agenda:
            try PutOnAgenda(
                number, in: programme, sitting: sent.text(PutOnAgenda.Field.sitting),
                label: sent.text(PutOnAgenda.Field.label)
            ).run(as: visitor, at: now, in: db)
        case .station:
            try NoteStation(
                number, in: programme, result: sent.text(PutOnAgenda.Field.result),
                note: sent.text(PutOnAgenda.Field.note)
            ).run(as: visitor, at: now, in: db)
        case .confirm:
            try ConfirmResults(number, in: programme, revision: revision).run(as: visitor, at: now, in: db)
        case .publish: try PublishDecisions(number, in: programme).run(as: visitor, at: now, in: db)
        }
    }
}

/// A paper with everything its page needs.
struct PaperFile: Sendable {
    let paper: PaperAtWork
    let gates: [Gate]
    let choices: SynopsisChoices
    let sittings: [SittingAtWork]
    let boards: [SittingBoard]
}

extension Site {
    /// The paper of the address, for somebody who may read it. To all others it does not exist.
    func paperFile(_ context: SiteContext) async throws -> PaperFile {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayWorkOnPapers(in: programme).check()
        let file = try await read { db -> PaperFile? in
            guard let paper = try PaperAtWork.find(number: number, in: programme, db) else { return nil }
            return PaperFile(
                paper: paper, gates: try paper.gates(db), choices: try SynopsisChoices.load(in: programme, db),
                sittings: try SittingAtWork.list(in: programme, db),
                boards: try SittingAtWork.boards(in: programme, db))
        }
        guard let file, context.visitor.mayRead(file.paper.standing).isAllowed else { throw PageFault.notFound }
        return file
    }
}

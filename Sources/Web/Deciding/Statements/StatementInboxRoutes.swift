// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/beteiligungen/N/eingang` and `/einladungen`: what came in, letters written down, ways in mailed out.
struct StatementInboxRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(StatementPaths.inbox), use: list)
        table.get(RouterPath(StatementPaths.capture), use: begin)
        table.post(RouterPath(StatementPaths.capture), use: capture)
        table.get(RouterPath(StatementPaths.invitations), use: invitations)
        table.post(RouterPath(StatementPaths.invitations), use: invite)
        table.post(RouterPath(StatementPaths.waves), use: setWaves)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        let page = ListPage(try context.query.page())
        let found = try await site.read { db in try StatementAtWork.list(of: rules.id, page, db) }
        return try site.render(try StatementInboxPage(rules, found, page, in: context), in: context)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        return try site.render(
            try await capturePage(rules, StatementCapture(), .none(in: context), context), in: context)
    }

    @Sendable
    private func capture(_ request: Request, _ context: SiteContext) async throws -> Response {
        let uploaded = try await context.upload(in: request, largestFile: StoredFile.largest, site.spoolRoom)
        let sent = uploaded.fields
        let rules = try await rules(context)
        let kept = try await site.keepFiles(of: uploaded, in: context)
        var typed = StatementCapture(sent)
        typed.form.shelf = kept.shelf
        let capture = typed
        return try await site.answer(in: context) {
            if !kept.faults.isEmpty { throw InvalidForm(kept.faults) }
            let key = try site.formKey("capture", sentIn: sent, context)
            let (visitor, now) = (context.visitor, Moment(site.clock()))
            let place = context.links.to(StatementPaths.inbox(rules.number))
            return try await site.once(key, in: context) { db in
                _ = try CaptureStatement(capture, in: rules.number, of: rules.programme)
                    .run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await capturePage(rules, capture, files: kept.drafts, faults, context)
        }
    }

    private func capturePage(
        _ rules: ConsultationRules, _ capture: StatementCapture, files: [AttachmentDraft] = [], _ faults: FormFaults,
        _ context: SiteContext
    ) async throws -> StatementCapturePage {
        let places = try await site.read { db in try StatementPlace.list(rules, db) }
        return StatementCapturePage(
            rules, capture, places, files: files, faults, formKey: site.formKey("capture", in: context), in: context)
    }

    @Sendable
    private func invitations(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        return try site.render(try await invitationPage(rules, .empty, .none(in: context), context), in: context)
    }

    @Sendable
    private func invite(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await rules(context)
        return try await site.answer(in: context) {
            let key = try site.formKey("invitation", sentIn: sent, context)
            let (visitor, now, site) = (context.visitor, Moment(site.clock()), site)
            let name = sent.text(InviteToConsultation.Field.name)
            let invite = InviteToConsultation(
                rules.number, in: rules.programme, name: name, email: sent.text(InviteToConsultation.Field.email),
                language: context.language.rawValue, wave: sent.text(InviteToConsultation.Field.wave))
            let place = context.links.to(StatementPaths.invitations(rules.number))
            return try await site.once(key, in: context) { db in
                try invite.run(as: visitor, at: now, in: db) { rules, secret in
                    let letter = LetterPage.invitation(to: rules, name: name ?? "", secret, site, in: context)
                    return try site.letter(letter, in: context)
                }
                return place
            }
        } orShow: { faults in
            try await invitationPage(rules, sent, faults, context)
        }
    }

    @Sendable
    private func setWaves(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await rules(context)
        let days = InvitationWave.allCases.compactMap { wave in
            sent.text(SetWaveDays.Field.day(wave)).map { (wave, $0) }
        }
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let set = SetWaveDays(rules.number, in: rules.programme, Dictionary(uniqueKeysWithValues: days))
        let place = context.links.to(StatementPaths.invitations(rules.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("invitation", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try set.run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await invitationPage(rules, sent, faults, context)
        }
    }

    private func invitationPage(
        _ rules: ConsultationRules, _ sent: Query, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> InvitationPage {
        let desk = try await site.read { db in
            InvitationDesk(
                rules: rules, mailed: try StatementAccess.list(of: rules.id, in: db),
                planned: try PlannedInvitation.list(of: rules.id, db), days: try WaveDays.load(of: rules.id, db))
        }
        return InvitationPage(
            desk, sent: sent, faults, formKey: site.formKey("invitation", in: context), in: context)
    }

    private func rules(_ context: SiteContext) async throws -> ConsultationRules {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayPlanConsultations(in: programme).check()
        let rules = try await site.read { db in try ConsultationRules.find(number: number, in: programme, db) }
        guard let rules else { throw PageFault.notFound }
        try context.visitor.mayRun(rules).check()
        return rules
    }
}

extension StatementCapture {
    init(_ sent: Query) {
        self.init()
        sender = sent.text(Field.sender)
        channel = sent.text(Field.channel)
        receivedOn = sent.text(Field.receivedOn)
        isSummary = sent.text(Field.isSummary) != nil
        form = StatementForm(sent)
    }
}

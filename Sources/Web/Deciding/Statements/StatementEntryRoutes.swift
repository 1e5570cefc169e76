// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/beteiligungen/N/stellungnahme`: a statement is written, released inside and handed in, changed and taken back.
struct StatementEntryRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(StatementPaths.entry), use: show)
        table.post(RouterPath(StatementPaths.entry), use: write)
        table.post(RouterPath(StatementPaths.withdrawal), use: withdraw)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let desk = try await desk(
            context, key: context.query.text(StatementPaths.key),
            party: context.query.text(StatementPaths.party))
        let form = desk.draft?.form ?? StatementForm()
        return try site.render(page(desk, form, .none(in: context), context), in: context).unkept
    }

    @Sendable
    private func write(_ request: Request, _ context: SiteContext) async throws -> Response {
        let uploaded = try await context.upload(in: request, largestFile: StoredFile.largest, site.spoolRoom)
        let sent = uploaded.fields
        let (key, party) = (sent.text(StatementPaths.key), sent.text(StatementPaths.party))
        let desk = try await desk(context, key: key, party: party)
        try desk.permission.check()
        let kept = try await site.keepFiles(of: uploaded, in: context)
        var form = StatementForm(sent)
        form.shelf = kept.shelf
        let intent = try sent.choice(StatementPaths.intent, as: StatementIntent.self) ?? .save
        return try await site.answer(in: context) {
            if !kept.faults.isEmpty { throw InvalidForm(kept.faults) }
            let formKey = try site.formKey("statement", sentIn: sent, context)
            let (now, writer, rules, form) = (Moment(site.clock()), desk.writer, desk.rules, form)
            let place = StatementPlaceLink(rules.number, key: key, party: party, in: context).link
            let (site, mailLinks) = (site, context)
            return try await site.once(formKey, in: context) { db in
                try WriteStatement(form, to: rules.number, in: rules.programme, intent).run(by: writer, at: now, in: db)
                {
                    try site.letter(.received($0, site, in: mailLinks), in: mailLinks)
                }
                return place
            }
        } orShow: { faults in
            let theirs = faults.isOutdated ? try await self.desk(context, key: key, party: party).draft : nil
            var mine = form
            if let theirs { mine.revision = theirs.form.revision }
            return page(desk, mine, faults, files: kept.drafts, theirs: theirs, context)
        }.unkept
    }

    @Sendable
    private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (key, party) = (sent.text(StatementPaths.key), sent.text(StatementPaths.party))
        let desk = try await desk(context, key: key, party: party)
        let form = desk.draft?.form ?? StatementForm()
        return try await site.answer(in: context) {
            let formKey = try site.formKey("withdrawal", sentIn: sent, context)
            let (now, writer, rules) = (Moment(site.clock()), desk.writer, desk.rules)
            let place = StatementPlaceLink(rules.number, key: key, party: party, in: context).link
            return try await site.once(formKey, in: context) { db in
                try WithdrawStatement(in: rules.number, of: rules.programme).run(by: writer, at: now, in: db)
                return place
            }
        } orShow: { faults in
            page(desk, form, faults, context)
        }.unkept
    }

    private func page(
        _ desk: StatementDesk, _ form: StatementForm, _ faults: FormFaults, files: [AttachmentDraft]? = nil,
        theirs: StatementDraft? = nil, _ context: SiteContext
    ) -> StatementEntryPage {
        let keys = StatementEntryPage.Keys(
            form: site.formKey("statement", in: context), withdrawal: site.formKey("withdrawal", in: context))
        return StatementEntryPage(
            desk, form, faults, files: files ?? desk.files, theirs: theirs, keys: keys, in: context)
    }

    /// Everything that writing needs, for somebody who may write here at all.
    private func desk(_ context: SiteContext, key: String?, party: String?) async throws -> StatementDesk {
        let (number, programme) = (try context.number(), try context.programme.id)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        return try await site.read { db in
            guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
                throw PageFault.notFound
            }
            let access = try key.map { try StatementAccess.known($0, for: rules, at: now, in: db) }
            guard try access != nil || ConsultationRules.isPublic(rules.id, db) else { throw PageFault.notFound }
            let writers = try access.map { [$0.writer] } ?? StatementWriter.all(for: visitor, in: rules, db)
            guard let writer = writers.first(where: { $0.party.id == party }) ?? writers.first else {
                throw visitor.isSignedIn ? Refusal("speaks-for-nobody") : Refusal.signInNeeded
            }
            guard rules.isInvited(writer.party) else { throw Refusal("not-invited") }
            let draft = try StatementDraft.find(of: writer.party, in: rules, db)
            return StatementDesk(
                rules: rules, writer: writer,
                others: writers.map(\.party).filter { $0 != writer.party && rules.isInvited($0) },
                places: try StatementPlace.list(rules, db),
                draft: draft, files: try AttachmentDraft.list(on: draft?.form.shelf, in: programme, db),
                handedIn: try draft?.submitted.map {
                    try StatementFiles(of: $0.id, in: programme).originals(db)
                } ?? [], key: key, now: now)
        }
    }
}

/// What a statement is written with.
struct StatementDesk: Sendable {
    let rules: ConsultationRules
    let writer: StatementWriter
    /// The other parties for whom the same person could write here.
    let others: [StatementParty]
    let places: [StatementPlace]
    let draft: StatementDraft?
    /// The files that lie ready, and those that were handed in.
    let files: [AttachmentDraft]
    let handedIn: [Document]
    let key: String?
    let now: Moment

    var permission: Permission { rules.mayAnswer(writer.party, at: now) }
}

/// The way back to the form, with the key and the party that led there.
struct StatementPlaceLink {
    let link: String

    init(_ number: Int64, key: String?, party: String?, in context: SiteContext) {
        link = context.links.to(
            StatementPaths.entry(number), [StatementPaths.key: key, StatementPaths.party: party])
    }
}

extension StatementAccess {
    /// The way in that a key opens.
    ///
    /// - Throws: `Refusal` when it opens none, another consultation, or none any more
    static func known(
        _ key: String, for rules: ConsultationRules, at now: Moment, in db: Connection
    ) throws -> StatementAccess {
        guard let access = try Secret(key).flatMap({ try StatementAccess.find($0, in: db) }) else {
            throw Refusal("access-unknown")
        }
        try access.mayUse(for: rules, at: now).check()
        return access
    }
}

extension StatementForm {
    init(_ sent: Query) {
        self.init()
        text = sent.text(Field.text)
        isNilReturn = sent.text(Field.isNilReturn) != nil
        mayPublish = sent.text(Field.mayPublish) != nil
        revision = sent.text(Field.revision).flatMap { Int64($0) } ?? 0
        let files = sent.all.compactMap { parameter -> Int64? in
            guard let number = parameter.name.wholeMatch(of: #/anlage-(\d{1,12})-weg/#)?.1 else { return nil }
            return Int64(number)
        }
        unwantedFiles = Set(files)
        points = (1...Self.mostPoints + 1).map { index in
            Point(
                kind: sent.text(Field.kind(index)), place: sent.text(Field.place(index)),
                text: sent.text(Field.point(index)), wording: sent.text(Field.wording(index)))
        }
        while let last = points.last, last.text == nil, last.wording == nil { points.removeLast() }
    }
}

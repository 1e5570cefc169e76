// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/vorlagen/neu` and `/arbeit/vorlagen/N/text`: a paper is begun, and its words are changed.
struct PaperFormRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PaperPaths.new), use: begin)
        table.post(RouterPath(PaperPaths.new), use: create)
        table.get(RouterPath(PaperPaths.text), use: edit)
        table.post(RouterPath(PaperPaths.text), use: save)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = PaperForm()
        return try site.render(try await page(form, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        try visitor.mayWorkOnPapers(in: programme).check()
        let (form, now, composer) = (PaperForm(sent), Moment(site.clock()), PaperComposer(in: context))
        return try await site.answer(in: context) {
            let key = try site.formKey("paper-text", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let number = try ComposePaper(form, in: programme).run(
                    as: visitor, at: now, in: db, wording: composer.wording)
                return links.to(PaperPaths.text(number))
            }
        } orShow: { faults in
            try await page(form, nil, faults, context)
        }
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let paper = try await site.paperFile(context).paper
        try context.visitor.mayWrite(paper.standing).check()
        return try site.render(
            try await page(PaperForm(paper), paper, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let paper = try await site.paperFile(context).paper
        let form = PaperForm(sent, of: paper)
        let (visitor, now, composer) = (context.visitor, Moment(site.clock()), PaperComposer(in: context))
        let place = context.links.to(PaperPaths.paper(paper.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("paper-text", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try EditPaper(form, of: paper.number, in: paper.programme).run(
                    as: visitor, at: now, in: db, wording: composer.wording)
                return place
            }
        } orShow: { faults in
            guard faults.isOutdated else { return try await page(form, paper, faults, context) }
            let now = try await site.paperFile(context).paper
            var form = form
            form.revision = now.revision
            return try await page(form, now, faults, context)
        }
    }

    private func page(
        _ form: PaperForm, _ paper: PaperAtWork?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> PaperFormPage {
        let programme = try context.programme.id
        try context.visitor.mayWorkOnPapers(in: programme).check()
        let found = try await site.read { db in
            (try Gate.check(in: programme, db), try SynopsisChoices.load(in: programme, db).ministries)
        }
        return PaperFormPage(
            form, paper, gates: found.0,
            ministries: found.1.filter { context.visitor.mayBeginPaper(for: $0.id, in: programme).isAllowed }, faults,
            formKey: site.formKey("paper-text", in: context), in: context)
    }
}

extension PaperForm {
    init(_ paper: PaperAtWork) {
        self.init()
        title = paper.title
        fileNumber = paper.fileNumber
        ministry = paper.ministry?.key
        handling = paper.handling?.rawValue
        urgency = paper.urgency
        texts = paper.texts
        revision = paper.revision
        for entry in paper.entries {
            var typed = Entry()
            typed.text = entry.text
            typed.exceptionBy = entry.exceptionBy
            typed.exceptionReason = entry.exceptionReason
            entries[entry.label] = typed
        }
    }

    /// - Parameter paper: the paper that is changed; nil for a new one
    init(_ sent: Query, of paper: PaperAtWork? = nil) {
        self.init()
        title = sent.text(Field.title)
        fileNumber = sent.text(Field.fileNumber)
        ministry = sent.text(Field.ministry)
        handling = sent.text(Field.handling)
        urgency = sent.text(Field.urgency)
        for part in paper?.template.texts ?? [] { texts[part.part] = sent.text(Field.text(part.part)) }
        proposals = sent.texts(Field.proposals)
        newTitle = sent.text(Field.newTitle)
        newText = sent.text(Field.newText)
        corrects = sent.text(Field.corrects)
        revision = sent.text(Field.revision)
        for label in paper?.entries.map(\.label) ?? [] {
            var typed = Entry()
            typed.text = sent.text(Field.entryText(label))
            typed.exceptionBy = sent.text(Field.exceptionBy(label))
            typed.exceptionReason = sent.text(Field.exceptionReason(label))
            typed.isTakenOut = sent.text(Field.takenOut(label)) != nil
            entries[label] = typed
        }
    }
}

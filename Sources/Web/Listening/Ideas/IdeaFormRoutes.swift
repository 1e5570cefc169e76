// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Markup
import Participation
import Storage

/// `/ideen/neu`: anybody hands in an idea, with an account or without.
struct IdeaFormRoutes: FeatureRoutes {
    let site: Site
    private let maps = HexagonMaps()

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(IdeaPaths.new), use: begin)
        table.post(RouterPath(IdeaPaths.new), use: send)
        table.get(RouterPath(IdeaPaths.mailbox), use: mailbox)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let id = context.query.text(IdeaForm.Field.begun) else {
            return try await answer(IdeaForm(), .none(in: context), .ok, context)
        }
        let person = try context.visitor.person(if: context.visitor.mayKeepIdeas)
        let programme = try context.programme.id
        let begun = try await site.read { db in try BegunIdea.find(id, of: person.id, in: programme, db) }
        guard let begun else { throw PageFault.notFound }
        let kept = context.query.text(IdeaPaths.kept).map { _ in
            Notice(
                context.text("ideas.drafts.kept", count: BegunIdea.days, ["time": begun.changedAt.timeOfDay]),
                heading: context.text("ideas.drafts.kept-heading"), tone: .good,
                link: context.links.to(PeoplePaths.own),
                linkLabel: context.text("ideas.drafts.own"))
        }
        return try await answer(begun.form, .none(in: context), .ok, context, obstacle: kept)
    }

    /// Whatever stands in the way, the page comes back with everything that was typed.
    @Sendable
    private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        let uploaded = try await context.upload(in: request, largestFile: StoredFile.largest, site.spoolRoom)
        let sent = uploaded.fields
        var form = IdeaForm(sent)
        do {
            let kept = try await keepFiles(uploaded, context)
            form.shelf = kept.shelf
            let key = try site.formKey("idea", sentIn: sent, context)
            if !kept.faults.isEmpty { throw try await everythingWrong(with: form, kept, context) }
            if let aside = try await aside(sent.text(IdeaSimilarPage.action), form, key, context) { return aside }
            if sent.text(IdeaSimilarPage.checked) == nil, let page = try await similar(to: form, context) {
                return try site.render(page, in: context)
            }
            try countAttempt(form, context)
            return context.visitor.isSignedIn
                ? try await submit(form, key, context) : try await askToConfirm(form, key, context)
        } catch let invalid as InvalidForm {
            return try await answer(form, FormFaults(invalid, in: context), .unprocessableContent, context)
        } catch let refusal as Refusal where refusal != .signInNeeded {
            return try await answer(form, .none(in: context), .forbidden, context)
        } catch PageFault.tooManyRequests(let seconds) {
            let wait = Notice(
                context.patience(seconds), heading: context.text("ideas.form.too-many"), tone: .warning)
            return try await answer(form, .none(in: context), .tooManyRequests, context, obstacle: wait)
        }
    }

    /// The buttons that do not send the idea; nil for the one that does.
    private func aside(
        _ action: String?, _ form: IdeaForm, _ key: FormKey, _ context: SiteContext
    ) async throws -> Response? {
        switch action {
        case IdeaSimilarPage.change: return try await answer(form, .none(in: context), .ok, context)
        case IdeaFormPage.keeping: return try await keep(form, key, context)
        case IdeaFormPage.previewing:
            let html = try Markup.html(fromParticipant: try form.validatedText()).text
            return try await answer(form, .none(in: context), .ok, context, preview: html)
        case IdeaFormPage.placing:
            let (programme, formKey) = (try context.programme.id, site.formKey("idea", in: context))
            let towns = try await site.read { db in try MappedMunicipality.list(in: programme, db) }
            let map = maps.map(of: towns.map(\.site))
            return try site.render(IdeaPlacePage(form, towns, map, formKey: formKey, in: context), in: context)
        default: return nil
        }
    }

    /// What lies on the shelf of the form is kept even where something else is wrong; nothing is taken in while the
    /// programme takes no ideas.
    private func keepFiles(_ sent: UploadedForm, _ context: SiteContext) async throws -> KeptFiles {
        let (visitor, programme, day) = (context.visitor, try context.programme.id, Moment(site.clock()).day)
        try await site.read { db in
            try visitor.maySubmitIdea(try IdeaOpening.find(in: programme, db), on: day).check()
        }
        return try await site.keepFiles(of: sent, in: context)
    }

    /// All that is wrong with the fields and with the files, said at once.
    private func everythingWrong(
        with form: IdeaForm, _ kept: KeptFiles, _ context: SiteContext
    ) async throws -> InvalidForm {
        let (visitor, programme, day) = (context.visitor, try context.programme.id, Moment(site.clock()).day)
        let choices = try await site.read { db in try IdeaChoices.load(for: visitor, in: programme, db) }
        do throws(InvalidForm) {
            _ = try form.draft(of: visitor, choices, kept.drafts, on: day)
            return InvalidForm(kept.faults)
        } catch {
            return InvalidForm(error.faults + kept.faults)
        }
    }

    /// The step before the last: what there is already. Nil when nothing sounds similar.
    private func similar(to form: IdeaForm, _ context: SiteContext) async throws -> IdeaSimilarPage? {
        let (visitor, programme, day) = (context.visitor, try context.programme.id, Moment(site.clock()).day)
        let formKey = site.formKey("idea", in: context)
        return try await site.read { db in
            try visitor.maySubmitIdea(try IdeaOpening.find(in: programme, db), on: day).check()
            let choices = try IdeaChoices.load(for: visitor, in: programme, db)
            let files = try AttachmentDraft.list(on: form.shelf, in: programme, db)
            let draft = try form.draft(of: visitor, choices, files, on: day)
            let ideas = try SimilarIdeas(title: draft.title, text: draft.text).find(in: programme, db)
            return ideas.isEmpty
                ? nil : try IdeaSimilarPage.load(form, ideas, formKey: formKey, in: programme, context, db)
        }
    }

    /// Puts aside what was typed, however incomplete.
    private func keep(_ form: IdeaForm, _ key: FormKey, _ context: SiteContext) async throws -> Response {
        let (visitor, now, links) = (context.visitor, Moment(site.clock()), context.links)
        let keeping = KeepBegunIdea(form, in: try context.programme.id)
        return try await site.once(key, in: context) { db in
            let id = try keeping.run(as: visitor, at: now, in: db)
            return links.to(IdeaPaths.new, [IdeaForm.Field.begun: id, IdeaPaths.kept: "ja"])
        }
    }

    private func countAttempt(_ form: IdeaForm, _ context: SiteContext) throws {
        let (limits, now) = (site.entrance.limits, site.clock())
        if let person = context.visitor.person {
            try limits.count(.idea, for: [person.id], at: now)
        } else {
            try limits.count(.ideaNetwork, for: [Network.name(of: context.remoteAddress)], at: now)
            if let email = form.email { try limits.count(.idea, for: [email.lowercased()], at: now) }
        }
    }

    private func submit(_ form: IdeaForm, _ key: FormKey, _ context: SiteContext) async throws -> Response {
        let (visitor, now, links) = (context.visitor, Moment(site.clock()), context.links)
        let submission = SubmitIdea(form, in: try context.programme.id)
        let site = site
        return try await site.once(key, in: context) { db in
            let idea = try submission.run(as: visitor, at: now, in: db) {
                try site.letter(.received($0, site, in: context), in: context)
            }
            return links.toReceivedIdea(idea.number)
        }
    }

    private func askToConfirm(_ form: IdeaForm, _ key: FormKey, _ context: SiteContext) async throws -> Response {
        let (visitor, now, links) = (context.visitor, Moment(site.clock()), context.links)
        let wish = AskToConfirmIdea(form, language: context.language.rawValue, in: try context.programme.id)
        let site = site
        return try await site.once(key, in: context) { db in
            try wish.run(as: visitor, at: now, in: db) {
                try site.letter(.confirmation(form, $0, site, in: context), in: context)
            }
            return links.to(IdeaPaths.mailbox)
        }
    }

    private func answer(
        _ form: IdeaForm, _ faults: FormFaults, _ status: HTTPResponse.Status, _ context: SiteContext,
        obstacle: Notice? = nil, preview: String? = nil
    ) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        let (opening, choices, rule, files) = try await site.read { db in
            (
                try IdeaOpening.find(in: programme, db), try IdeaChoices.load(for: visitor, in: programme, db),
                try ListeningRule.find(in: programme, db),
                try AttachmentDraft.list(on: form.shelf, in: programme, db)
            )
        }
        let day = Moment(site.clock()).day
        let isOpen = visitor.maySubmitIdea(opening, on: day).isAllowed
        guard isOpen || !form.isEmpty else {
            return try site.render(IdeasClosedPage(opening.standing(on: day), in: context), in: context)
        }
        let closed = isOpen ? obstacle : IdeasClosedPage(opening.standing(on: day), in: context).notice
        let fields = IdeaFields(form, choices, files, faults, preview: preview, in: context)
        let page = IdeaFormPage(
            fields, summary: faults.summary, notice: closed, canSubmit: isOpen, opening.standing(on: day), rule,
            formKey: site.formKey("idea", in: context), in: context)
        return try site.render(page, in: context, status: status)
    }

    @Sendable
    private func mailbox(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(IdeaConfirmationPage.mailbox(in: context), in: context)
    }
}

extension IdeaForm {
    /// What was typed, under the names of its fields, to be sent once more.
    var typed: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            (Field.title, title), (Field.text, text), (Field.forum, forum), (Field.municipality, municipality),
            (Field.organisation, organisation), (Field.authorLabel, authorLabel), (Field.email, email),
            (Field.name, name), (AttachmentShelf.field, shelf?.text), (Field.begun, begun),
        ]
        return all.compactMap { name, value in value.map { (name: name, value: $0) } }
    }

    init(_ sent: Query) {
        self.init(
            title: sent.text(Field.title), text: sent.text(Field.text), forum: sent.text(Field.forum),
            municipality: sent.text(Field.municipality), organisation: sent.text(Field.organisation),
            authorLabel: sent.text(Field.authorLabel), email: sent.text(Field.email), name: sent.text(Field.name),
            shelf: AttachmentShelf(sent.text(AttachmentShelf.field)), begun: sent.text(Field.begun))
    }

    /// The idea, checked for whoever sends it.
    fileprivate func draft(
        of visitor: Visitor, _ choices: IdeaChoices, _ files: [AttachmentDraft], on day: PartialDate
    ) throws(InvalidForm) -> IdeaDraft {
        visitor.isSignedIn
            ? try validated(choices, files, on: day).draft : try validatedForGuest(choices, files, on: day).draft
    }
}

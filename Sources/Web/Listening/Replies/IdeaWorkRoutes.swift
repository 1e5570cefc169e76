// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/ideen/N`: everything that can be done with one idea, each act a form of its own.
struct IdeaWorkRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ReplyPaths.idea), use: show)
        table.post(RouterPath(ReplyPaths.act(.review)), use: review)
        table.post(RouterPath(ReplyPaths.act(.reply)), use: reply)
        table.post(RouterPath(ReplyPaths.act(.release)), use: release)
        table.post(RouterPath(ReplyPaths.act(.extend)), use: extend)
        table.post(RouterPath(ReplyPaths.act(.passOn)), use: passOn)
        table.post(RouterPath(ReplyPaths.act(.merge)), use: merge)
        table.post(RouterPath(ReplyPaths.act(.unmerge)), use: unmerge)
        table.post(RouterPath(ReplyPaths.act(.split)), use: split)
        table.post(RouterPath(ReplyPaths.act(.unsplit)), use: unsplit)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        var forms = IdeaWorkForms()
        forms.done = try context.query.choice("getan", as: IdeaWorkForm.self)
        return try site.render(try await page(forms, .none(in: context), context), in: context)
    }

    @Sendable
    private func review(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        return try await perform(.review, sent, IdeaWorkForms(), context) { seen, visitor, now, db in
            try TakeIntoReview(seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func reply(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        var forms = IdeaWorkForms()
        let form = ReplyForm(sent)
        forms.reply = form
        if sent.text(IdeaWorkForms.insertion) != nil {
            forms.template = sent.text(IdeaWorkForms.chosenTemplate)
            return try site.render(try await page(forms, .none(in: context), context), in: context)
        }
        return try await perform(.reply, sent, forms, context) { seen, visitor, now, db in
            try AnswerIdea(form, to: seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func release(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        return try await perform(.release, sent, IdeaWorkForms(), context) { seen, visitor, now, db in
            try ReleaseReply(seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func extend(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        var forms = IdeaWorkForms()
        let form = ExtensionForm(
            dueOn: sent.text(ExtensionForm.Field.dueOn), reason: sent.text(ExtensionForm.Field.reason))
        forms.extend = form
        return try await perform(.extend, sent, forms, context) { seen, visitor, now, db in
            try ExtendReply(form, for: seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func passOn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        var forms = IdeaWorkForms()
        let form = PassOnForm(forum: sent.text(PassOnForm.Field.forum), reason: sent.text(PassOnForm.Field.reason))
        forms.passOn = form
        return try await perform(.passOn, sent, forms, context) { seen, visitor, now, db in
            try PassOnIdea(form, of: seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func merge(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        var forms = IdeaWorkForms()
        let form = MergeForm(target: sent.text(MergeForm.Field.target), reason: sent.text(MergeForm.Field.reason))
        forms.merge = form
        return try await perform(.merge, sent, forms, context) { seen, visitor, now, db in
            try MergeIdea(form, of: seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func unmerge(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        return try await perform(.unmerge, sent, IdeaWorkForms(), context) { seen, visitor, now, db in
            try UndoMerge(of: seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func split(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        var forms = IdeaWorkForms()
        let form = SplitForm(title: sent.text(SplitForm.Field.title), text: sent.text(SplitForm.Field.text))
        forms.split = form
        return try await perform(.split, sent, forms, context) { seen, visitor, now, db in
            try SplitIdea(form, of: seen).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func unsplit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        return try await perform(.unsplit, sent, IdeaWorkForms(), context) { seen, visitor, now, db in
            try UndoSplit(of: seen).run(as: visitor, at: now, in: db)
        }
    }
}

extension IdeaWorkRoutes {
    /// Does what a form asks for and shows the page again: with what was done, or with what was typed and what is wrong
    /// with it, or beside what somebody else did in the meantime.
    private func perform(
        _ act: IdeaWorkForm, _ sent: Query, _ forms: IdeaWorkForms, _ context: SiteContext,
        _ change: @escaping @Sendable (SeenIdea, Visitor, Moment, Connection) throws -> Void
    ) async throws -> Response {
        let (visitor, now, programme) = (context.visitor, Moment(site.clock()), try context.programme.id)
        try visitor.maySeeInbox(in: programme).check()
        let number = try context.number()
        let done: KeyValuePairs<String, String?> = ["getan": act.rawValue]
        // Who has passed an idea on may have lost it from sight: the list says that it is done.
        let place = context.links.to(
            [.passOn, .unsplit].contains(act) ? ReplyPaths.inbox : ReplyPaths.idea(number), done)
        return try await site.answer(in: context) {
            let key = try site.formKey(act.rawValue, sentIn: sent, context)
            let seen = SeenIdea(number, in: programme, version: sent.text(IdeaWorkForms.version) ?? "")
            return try await site.once(key, in: context) { db in
                try change(seen, visitor, now, db)
                return place
            }
        } orShow: { faults in
            var forms = forms
            forms.failed = act
            return try await page(forms, faults, context)
        }
    }

    private func page(
        _ forms: IdeaWorkForms, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> IdeaWorkPage {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        try visitor.maySeeInbox(in: programme).check()
        let today = Moment(site.clock()).day
        let view = try await site.read { db in
            guard let file = try IdeaFile.find(number: number, in: programme, db) else { throw PageFault.notFound }
            try visitor.may(.read, file.standing, in: programme).check()
            return try IdeaWorkView.load(file, in: programme, on: today, context, db)
        }
        let keys = Dictionary(
            uniqueKeysWithValues: IdeaWorkForm.allCases.map { ($0, site.formKey($0.rawValue, in: context)) })
        return try IdeaWorkPage(view, forms, faults, keys: keys, in: context)
    }
}

extension ReplyForm {
    init(_ sent: Query) {
        self.init(
            outcome: sent.text(Field.outcome), text: sent.text(Field.text), office: sent.text(Field.office),
            proposal: sent.text(Field.proposal))
    }
}

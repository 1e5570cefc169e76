// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/foren`: the desk of a forum with its ideas, for the people who work in it.
struct ForumDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ForumPaths.work), use: list)
        table.get("/arbeit/foren/{number}", use: show)
        table.post("/arbeit/foren/{number}/ordnen", use: arrange)
        table.get("/arbeit/foren/{number}/ideen/{idea}", use: idea)
        table.post("/arbeit/foren/{number}/ideen/{idea}", use: note)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayWorkInForums(of: programme).check()
        let forums = try await site.read { db in try WorkForum.list(in: programme, db) }
            .filter { visitor.may(.read, inForum: $0.id, of: programme).isAllowed }
        return try site.render(ForumWorkPage(forums, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await desk(.none(in: context), chosen: [], context), in: context)
    }

    @Sendable
    private func arrange(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let chosen = sent.texts(ForumDeskPage.ideaField).compactMap { Int64($0) }
        let place = context.links.to(ForumPaths.desk(number))
        return try await site.answer(in: context) {
            let key = try site.formKey("desk", sentIn: sent, context)
            let change = try Self.change(sent)
            return try await site.once(key, in: context) { db in
                try ArrangeIdeas(chosen, inForum: number, change).run(as: visitor, in: programme, db)
                return place
            }
        } orShow: { faults in
            try await desk(faults, chosen: chosen, context)
        }
    }

    private static func change(_ sent: Query) throws(InvalidForm) -> ArrangeIdeas.Change {
        if sent.text("tun") == "buendeln" { return .bundle(sent.text(ArrangeIdeas.bundleField)) }
        guard let stage = sent.text(ForumDeskPage.stageField).flatMap(DeskStage.init) else {
            throw InvalidForm([.init(ForumDeskPage.stageField, "unknown-choice")])
        }
        return .move(stage)
    }

    private func desk(_ faults: FormFaults, chosen: [Int64], _ context: SiteContext) async throws -> ForumDeskPage {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let page = try context.query.page()
        let formKey = site.formKey("desk", in: context)
        return try await site.read { db in
            guard let forum = try WorkForum.find(number, in: programme, db) else { throw PageFault.notFound }
            try visitor.may(.read, inForum: forum.id, of: programme).check()
            let columns = try DeskStage.allCases.map {
                try DeskColumn.load($0, ofForum: forum.id, page: page, in: programme, db)
            }
            let drafts = try ProposalDraft.list(ofForums: [forum.id], in: programme, db)
            return try ForumDeskPage(
                forum, columns, drafts, page: page, chosen: chosen, faults, formKey: formKey, in: context)
        }
    }

    @Sendable
    private func idea(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await ideaPage(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func note(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (forum, idea) = (try context.number(), try context.number("idea"))
        let (programme, visitor, now) = (try context.programme.id, context.visitor, Moment(site.clock()))
        let text = sent.text(WorkNote.field)
        let place = context.links.to(ForumPaths.idea(idea, inForum: forum))
        return try await site.answer(in: context) {
            let key = try site.formKey("note", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try WriteNote(text, on: .idea(idea, inForum: forum)).run(as: visitor, at: now, in: programme, db)
                return place
            }
        } orShow: { faults in
            try await ideaPage(text, faults, context)
        }
    }

    private func ideaPage(_ typed: String?, _ faults: FormFaults, _ context: SiteContext) async throws -> DeskIdeaPage {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let idea = try context.number("idea")
        let formKey = site.formKey("note", in: context)
        return try await site.read { db in
            guard let forum = try WorkForum.find(number, in: programme, db),
                let desk = try DeskIdea.find(idea, inForum: forum.id, in: programme, db),
                let shown = try Idea.find(number: idea, in: programme, db)
            else { throw PageFault.notFound }
            try visitor.may(.read, inForum: forum.id, of: programme).check()
            let notes = NotePart(
                try WorkNote.list(onIdea: desk.id, in: db), typed: typed,
                action: context.links.to(ForumPaths.idea(idea, inForum: number)), formKey: formKey, faults, in: context)
            return DeskIdeaPage(shown, desk, forum, notes, faults, in: context)
        }
    }
}

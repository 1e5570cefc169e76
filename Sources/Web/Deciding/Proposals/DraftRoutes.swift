// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/vorschlaege`: proposals that are being worked out, written by several people.
struct DraftRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ProposalPaths.work), use: list)
        table.post(RouterPath(ProposalPaths.work), use: begin)
        table.get("/arbeit/vorschlaege/{id}", use: edit)
        table.post("/arbeit/vorschlaege/{id}", use: save)
        table.post("/arbeit/vorschlaege/{id}/notiz", use: note)
        table.post("/arbeit/vorschlaege/{id}/stand", use: advance)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayWorkInForums(of: programme).check()
        let drafts = try await site.read { db in
            let forums = try WorkForum.list(in: programme, db)
                .filter { visitor.may(.read, inForum: $0.id, of: programme).isAllowed }
            return try ProposalDraft.list(ofForums: forums.map(\.id), in: programme, db)
        }
        return try site.render(DraftListPage(drafts, in: context), in: context)
    }

    /// From the ideas that are ticked on the desk of a forum.
    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let ideas = sent.texts(ForumDeskPage.ideaField).compactMap { Int64($0) }
        guard let forum = try sent.number("forum") else { throw PageFault.unreadableForm }
        let links = context.links
        do {
            let key = try site.formKey("desk", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let id = try BeginProposal(inForum: forum, from: ideas).run(as: visitor, at: now, in: programme, db)
                return links.to(ProposalPaths.draft(id))
            }
        } catch is InvalidForm {
            return .seeOther(links.to(ForumPaths.desk(forum)))
        }
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(DraftPage.Typed(), .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let id = try context.parameter("id")
        let revision = try sent.number(DraftPage.revisionField) ?? 0
        let typed = sent.all.reduce(into: [String: String]()) { $0[$1.name] = $1.value }
        let place = context.links.to(ProposalPaths.draft(id))
        let isAutomatic = sent.text(DraftPage.automaticField) != nil
        do {
            let key = try site.formKey("draft", sentIn: sent, context)
            if isAutomatic {
                let next = try await site.write { db in
                    try SaveProposal(id, typed, basedOn: revision, isAutomatic: true)
                        .run(as: visitor, at: now, in: programme, db)
                }
                return Self.saved(next)
            }
            return try await site.once(key, in: context) { db in
                try SaveProposal(id, typed, basedOn: revision).run(as: visitor, at: now, in: programme, db)
                return place
            }
        } catch let invalid as InvalidForm {
            let page = try await page(
                DraftPage.Typed(texts: typed, revision: revision), FormFaults(invalid, in: context), context)
            return try site.render(page, in: context, status: .unprocessableContent)
        } catch let conflict as DraftConflict {
            let page = try await page(DraftPage.Typed(conflict), .none(in: context), context)
            return try site.render(page, in: context, status: .conflict)
        }
    }

    /// What the page's own script needs to go on saving.
    private static func saved(_ revision: Int64) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: String(revision))))
    }

    @Sendable
    private func note(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let (id, text) = (try context.parameter("id"), sent.text(WorkNote.field))
        return try await act("note", sent, DraftPage.Typed(note: text), context) { db in
            try WriteNote(text, on: .draft(id)).run(as: visitor, at: now, in: programme, db)
            return nil
        }
    }

    @Sendable
    private func advance(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let id = try context.parameter("id")
        let act = try sent.choice(DraftPage.actField, as: DraftPage.Act.self)
        return try await self.act("draft-stand", sent, DraftPage.Typed(), context) { db in
            switch act {
            case .handOver: try HandOverProposal(id).run(as: visitor, in: programme, db)
            case .giveBack: try ReturnProposal(id).run(as: visitor, in: programme, db)
            case .publish:
                let number = try PublishProposal(id).run(as: visitor, at: now, in: programme, db)
                return ProposalPaths.show(number)
            case nil: throw InvalidForm([.init(DraftPage.actField, "unknown-choice")])
            }
            return nil
        }
    }

    /// - Parameter change: does it, and says where to go on; nil stays at the draft
    private func act(
        _ form: String, _ sent: Query, _ typed: DraftPage.Typed, _ context: SiteContext,
        _ change: @escaping @Sendable (Connection) throws -> String?
    ) async throws -> Response {
        let (links, id) = (context.links, try context.parameter("id"))
        return try await site.answer(in: context) {
            let key = try site.formKey(form, sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                links.to(try change(db) ?? ProposalPaths.draft(id))
            }
        } orShow: { faults in
            try await page(typed, faults, context)
        }
    }

    private func page(
        _ typed: DraftPage.Typed, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> DraftPage {
        let (visitor, programme, id) = (context.visitor, try context.programme.id, try context.parameter("id"))
        let keys = DraftPage.Keys(site, in: context)
        return try await site.read { db in
            guard let draft = try ProposalDraft.find(id, in: programme, db) else { throw PageFault.notFound }
            try visitor.may(.read, draft, of: programme).check()
            let reading = DraftPage.Reading(
                draft: draft, texts: try ProposalDraft.texts(of: id, db),
                criteria: try SelectionCriterion.list(in: programme, db),
                goals: try MatterChoice.list(.goal, in: programme, db),
                fields: try MatterChoice.list(.field, in: programme, db),
                ideas: try DeskIdea.list(ofDraft: id, in: programme, db),
                notes: try WorkNote.list(onDraft: id, in: db))
            return try DraftPage(reading, typed, faults, keys, in: context)
        }
    }
}

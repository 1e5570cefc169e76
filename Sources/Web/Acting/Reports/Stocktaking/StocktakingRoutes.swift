// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/berichte`: the state of everything on any day, as it was known at any moment.
struct StocktakingRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(StocktakingPaths.list), use: list)
        table.get(RouterPath(StocktakingPaths.show), use: show)
        table.post(RouterPath(StocktakingPaths.show), use: publish)
        table.get(RouterPath(StocktakingPaths.change), use: change)
        table.get(RouterPath(StocktakingPaths.published), use: published)
        table.get(RouterPath(StocktakingPaths.file), use: file)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let today = Moment(site.clock()).day
        let published = try await site.read { db in try PublishedStocktaking.list(in: programme, db) }
        return try site.render(StocktakingListPage(published, today: today, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stocktaking = try await stocktaking(
            on: try day(StocktakingPaths.day, context), context.query.text(StocktakingPaths.knowledge), context)
        let mayPublish = context.visitor.mayPublishStocktaking(in: try context.programme.id).isAllowed
        let key = mayPublish ? site.formKey("stocktaking", in: context) : nil
        let texts = try await texts(of: stocktaking, context)
        let mayOrder = context.visitor.mayWork(in: try context.programme.id).isAllowed
        let offer =
            mayOrder
            ? site.exportOffer(StocktakingExport.self, of: StocktakingExport.subject(of: stocktaking), in: context)
            : nil
        return try site.render(
            StocktakingPage(stocktaking, texts, offer: offer, formKey: key, in: context), in: context)
    }

    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let typed = context.query.text(StocktakingPaths.knowledge)
        let earlier = try await stocktaking(on: try day(StocktakingPaths.from, context), typed, context)
        let later = try await stocktaking(on: try day(StocktakingPaths.to, context), typed, context)
        let texts = try await texts(of: later, context)
        let change = StocktakingChange(from: earlier, to: later)
        return try site.render(StocktakingChangePage(change, texts, in: context), in: context)
    }

    /// The same pair of day and knowledge is taken again, and what comes of it is kept.
    @Sendable
    private func publish(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        try visitor.mayPublishStocktaking(in: programme).check()
        guard let day = sent.text(StocktakingPaths.day).flatMap(PartialDate.init), day.precision == .day else {
            throw PageFault.unreadableForm
        }
        let stocktaking = try await stocktaking(on: day, sent.text(StocktakingPaths.knowledge), context)
        let texts = try await texts(of: stocktaking, context)
        let file = try site.html(of: FrozenStocktaking(stocktaking, texts, in: context), in: context)
        let now = Moment(site.clock())
        let key = try site.formKey("stocktaking", sentIn: sent, context)
        return try await site.once(key, in: context) { db in
            let number = try PublishStocktaking(stocktaking, file: file, in: programme)
                .run(as: visitor, at: now, in: db)
            return links.to(StocktakingPaths.published(number))
        }
    }

    @Sendable
    private func published(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (report, file) = try await frozen(context)
        return try site.render(PublishedStocktakingPage(report, file: file, in: context), in: context)
    }

    @Sendable
    private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (report, file) = try await frozen(context)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentDisposition: "attachment; filename=\"fortschrittsbericht-\(report.day.text).html\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: file)))
    }

    private func frozen(_ context: SiteContext) async throws -> (PublishedStocktaking, String) {
        let (number, programme) = (try context.number(), try context.programme.id)
        return try await site.read { db in
            guard let report = try PublishedStocktaking.find(number, in: programme, db),
                let file = try report.file(db)
            else { throw PageFault.notFound }
            return (report, file)
        }
    }

    /// A day that was, given in the address; today where none is given.
    private func day(_ name: String, _ context: SiteContext) throws(PageFault) -> PartialDate {
        let today = Moment(site.clock()).day
        guard let typed = context.query.text(name) else { return today }
        guard let day = PartialDate(typed), day.precision == .day, day <= today else {
            throw .unknownValue(name: name)
        }
        return day
    }

    private func stocktaking(
        on day: PartialDate, _ typed: String?, _ context: SiteContext
    ) async throws -> Stocktaking {
        let programme = try context.programme.id
        let moment = try typed.map { typed throws(PageFault) in try Moment(site.clock()).known(typed) }
        return try await site.read { db in
            guard let knowledge = try Knowledge.at(moment, db) else {
                throw PageFault.unknownValue(name: StocktakingPaths.knowledge)
            }
            return try Stocktaking.take(on: day, asOf: knowledge, in: programme, db)
        }
    }

    private func texts(of stocktaking: Stocktaking, _ context: SiteContext) async throws -> ProgrammeTexts {
        let programme = try context.programme.id
        let matters = stocktaking.projects.prefix(500).map(\.id) + stocktaking.indicators.prefix(300).map(\.id)
        return try await site.read { db in
            try ProgrammeTexts(for: context.language, of: matters, in: programme, db)
        }
    }
}

extension Moment {
    /// What somebody calls the state of knowledge: a moment as the database writes it, or a day, which counts to its
    /// end in Berlin. Nothing is known of what is still to come.
    fileprivate func known(_ typed: String) throws(PageFault) -> Moment {
        if let moment = Moment(text: typed) { return min(moment, self) }
        guard let day = PartialDate(typed), day.precision == .day else {
            throw .unknownValue(name: StocktakingPaths.knowledge)
        }
        let ends = ["22:59:59.999Z", "21:59:59.999Z"].compactMap { Moment(text: "\(day.text)T\($0)") }
        guard let end = ends.first(where: { $0.day == day }) else {
            throw .unknownValue(name: StocktakingPaths.knowledge)
        }
        return min(end, self)
    }
}

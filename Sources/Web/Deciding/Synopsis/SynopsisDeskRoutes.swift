// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/beteiligungen/N/synopse`: all points in one table, worked on many at once.
struct SynopsisDeskRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(SynopsisPaths.table), use: show)
        table.post(RouterPath(SynopsisPaths.bulk), use: change)
        table.post(RouterPath(SynopsisPaths.publication), use: publish)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await site.synopsisRules(context)
        let page = try await page(rules, sent: .empty, .none(in: context), context)
        return try site.render(page, in: context)
    }

    private func page(
        _ rules: ConsultationRules, sent: Query, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> SynopsisDeskPage {
        let (filter, page) = (try SynopsisFilter(context.query), ListPage(try context.query.page()))
        let today = Moment(site.clock()).day
        let reading = try await site.read { db in
            SynopsisReading(
                rules: rules, points: try SynopsisPoint.list(of: rules.id, filter, on: today, page, db),
                turnout: try SynopsisTurnout.load(rules, db),
                choices: try SynopsisChoices.load(in: rules.programme, db),
                publication: try rules.mayBePublished(db))
        }
        return try SynopsisDeskPage(
            reading, page, sent: sent, faults,
            offer: site.exportOffer(
                SynopsisExport.self, of: SynopsisFilter.subject(rules.number, context), in: context),
            today: today, formKey: site.formKey("synopsis", in: context),
            in: context)
    }

    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await site.synopsisRules(context)
        guard let act = try sent.choice(BulkAct.field, as: BulkAct.self) else { throw PageFault.unreadableForm }
        let places = sent.texts(AssignPoints.Field.points).compactMap(SynopsisPlace.init)
        let (number, programme) = (rules.number, rules.programme)
        let assign = AssignPoints(
            places, in: number, of: programme, to: sent.text(AssignPoints.Field.office),
            by: sent.text(AssignPoints.Field.dueOn))
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(SynopsisPaths.table(number)) + SynopsisFilter.query(context).text
        return try await site.answer(in: context) {
            let key = try site.formKey("synopsis", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                switch act {
                case .assign: try assign.run(as: visitor, at: now, in: db)
                case .release: try ReleasePoints(places, in: number, of: programme).run(as: visitor, at: now, in: db)
                case .join: try JoinPoints(places, in: number, of: programme).run(as: visitor, at: now, in: db)
                }
                return place
            }
        } orShow: { faults in
            try await page(rules, sent: sent, faults, context)
        }
    }

    @Sendable
    private func publish(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await site.synopsisRules(context)
        let (visitor, now, site) = (context.visitor, Moment(site.clock()), site)
        let place = context.links.to(SynopsisPaths.table(rules.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("synopsis", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try PublishSynopsis(rules.number, in: rules.programme).run(as: visitor, at: now, in: db) {
                    try site.letter(.considered($0, site, in: context), in: context)
                }
                return place
            }
        } orShow: { faults in
            try await page(rules, sent: sent, faults, context)
        }
    }
}

/// What the table is made of.
struct SynopsisReading: Sendable {
    let rules: ConsultationRules
    let points: Listed<SynopsisPoint>
    let turnout: SynopsisTurnout
    let choices: SynopsisChoices
    let publication: Permission
}

extension Site {
    /// The consultation of the address, for somebody who may read its synopsis.
    func synopsisRules(_ context: SiteContext) async throws -> ConsultationRules {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayReadSynopsis(in: programme).check()
        let rules = try await read { db in try ConsultationRules.find(number: number, in: programme, db) }
        guard let rules else { throw PageFault.notFound }
        return rules
    }
}

extension SynopsisFilter {
    private static let names = ["vorschlag", "stand", "ergebnis", "art", "stelle", "eingang", "frist", "feldentwurf"]

    /// `?vorschlag=1&stand=point-assigned&frist=ueberfaellig`
    init(_ query: Query) throws(PageFault) {
        self.init()
        proposal = try query.number(Self.names[0])
        state = try query.state(Self.names[1], as: PointState.self)
        outcome = try query.state(Self.names[2], as: PointOutcome.self)
        kind = try query.choice(Self.names[3])
        office = query.text(Self.names[4])
        statement = try query.number(Self.names[5])
        urgency = try query.choice(Self.names[6])
        heardField = query.text(Self.names[7])
    }

    /// What a document of the table has to know: the consultation, and what the address narrows the table to.
    static func subject(_ number: Int64, _ context: SiteContext) -> String {
        let filter = query(context).replacing(["seite": nil]).text
        return (["\(SynopsisExport.number)=\(number)"] + [String(filter.dropFirst())]).filter { !$0.isEmpty }
            .joined(separator: "&")
    }

    /// What the address narrows the table to, so that one comes back to the same rows.
    static func query(_ context: SiteContext) -> Query {
        Query(
            parameters: (names + ["seite"]).compactMap { name in
                context.query.text(name).map { Query.Parameter(name: name, value: $0) }
            })
    }
}

extension LetterPage {
    /// What became of a statement, point by point.
    static func considered(
        _ answered: PublishSynopsis.Answered, _ site: Site, in context: SiteContext
    ) -> LetterPage {
        let links = context.links.reached(at: site.mailRoot)
        let points = answered.answers.prefix(50).map { answer in
            context.text(
                "synopsis.letter.point",
                [
                    "number": answer.place.text, "text": String(answer.text.prefix(200)),
                    "outcome": context.word(state: answer.outcome.rawValue), "answer": answer.assessment,
                ])
        }
        return LetterPage(
            subject: context.text("synopsis.letter.subject", ["title": answered.rules.title]),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text(
                    "synopsis.letter.text",
                    ["number": answered.fileNumber ?? "–", "title": answered.rules.title])
            ] + points,
            action: Action(
                label: context.text("synopsis.letter.action"),
                link: links.absolute(
                    answered.isPublic
                        ? "/stellungnahmen/\(answered.number)" : "/beteiligungen/\(answered.rules.number)")),
            code: nil, closing: [context.text("forms.letter.automatic")],
            signature: context.currentProgramme?.name(in: context.language) ?? "Dreiklang")
    }
}

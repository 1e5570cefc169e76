// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/beteiligungen/N/saal`: everything that is asked and said at a townhall, in the hall and online, for everybody.
struct HallRoutes: FeatureRoutes {
    /// In seconds: how often the list comes again for whoever wants that.
    private static let refresh = "10"
    static let renewing = "erneuern"

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(HallPaths.list), use: list)
        table.get(RouterPath(HallPaths.ask), use: form)
        table.post(RouterPath(HallPaths.ask), use: ask)
        table.post(RouterPath(HallPaths.support), use: support)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let isRenewing = context.query.text(Self.renewing) != nil
        let reading = try await site.read { db in
            HallReading(
                rules: rules, entries: try HallEntry.list(of: rules.id, db).filter { !$0.isHidden },
                supported: try visitor.person.map { try HallEntry.supported(by: $0.id, of: rules.id, db) } ?? [],
                isOpen: rules.maySpeak(at: now), isRenewing: isRenewing)
        }
        let maySupport = visitor.isSignedIn && reading.isOpen
        let key = maySupport ? site.formKey("hall", in: context) : nil
        var response = try site.render(HallPage(reading, formKey: key, in: context), in: context)
        if isRenewing, reading.isOpen, let name = HTTPField.Name("Refresh") { response.headers[name] = Self.refresh }
        return response
    }

    @Sendable
    private func form(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        try context.visitor.maySpeakInHall(rules, at: Moment(site.clock())).check()
        return try site.render(page(rules, HallForm(), .none(in: context), context), in: context)
    }

    @Sendable
    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await rules(context)
        let (form, visitor, now) = (HallForm(sent), context.visitor, Moment(site.clock()))
        try visitor.maySpeakInHall(rules, at: now).check()
        let place = context.links.to(HallPaths.list(rules.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("hall", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let number = try RecordHallEntry(form, in: rules.number, of: rules.programme)
                    .runOnline(as: visitor, at: now, in: db)
                return "\(place)#w\(number)"
            }
        } orShow: { faults in
            page(rules, form, faults, context)
        }
    }

    private func page(
        _ rules: ConsultationRules, _ form: HallForm, _ faults: FormFaults, _ context: SiteContext
    ) -> HallAskPage {
        HallAskPage(rules, form, faults, formKey: site.formKey("hall", in: context), in: context)
    }

    @Sendable
    private func support(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await rules(context)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        guard let entry = try sent.number(HallForm.Field.number) else { throw PageFault.unreadableForm }
        let place = context.links.to(HallPaths.list(rules.number)) + "#w\(entry)"
        let key: FormKey
        do {
            key = try site.formKey("hall", sentIn: sent, context)
        } catch {
            // The page was open for more than a day: the list comes anew, with a fresh button.
            return .seeOther(place)
        }
        return try await site.once(key, in: context) { db in
            try SupportHallEntry(entry, in: rules.number, of: rules.programme).run(as: visitor, at: now, in: db)
            return place
        }
    }

    /// The townhall of the address, once it is public.
    private func rules(_ context: SiteContext) async throws -> ConsultationRules {
        let (number, programme) = (try context.number(), try context.programme.id)
        let rules = try await site.read { db -> ConsultationRules? in
            guard try Consultation.find(number: number, in: programme, db)?.kind == .townhall else { return nil }
            return try ConsultationRules.find(number: number, in: programme, db)
        }
        guard let rules else { throw PageFault.notFound }
        return rules
    }
}

/// What the list is made of.
struct HallReading: Sendable {
    let rules: ConsultationRules
    let entries: [HallEntry]
    /// The numbers that the visitor supports.
    let supported: [Int64]
    let isOpen: Bool
    let isRenewing: Bool
}

extension ConsultationRules {
    /// Whether somebody with an account could ask now.
    func maySpeak(at now: Moment) -> Bool {
        mayAnswer(StatementParty(.person, id: "", name: ""), at: now).isAllowed
    }
}

extension HallForm {
    init(_ sent: Query) {
        self.init()
        kind = sent.text(Field.kind)
        channel = sent.text(Field.channel)
        proposal = sent.text(Field.proposal)
        text = sent.text(Field.text)
    }
}

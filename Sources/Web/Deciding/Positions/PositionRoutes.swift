// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// What municipalities think of proposals: written down while the conference is held, and shown on a map once the
/// answers are out.
struct PositionRoutes: FeatureRoutes {
    let site: Site
    private let maps = HexagonMaps()

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PositionPaths.desk), use: desk)
        table.post(RouterPath(PositionPaths.desk), use: record)
        table.get(RouterPath(PositionPaths.attendance), use: attendance)
        table.post(RouterPath(PositionPaths.attendance), use: recordAttendance)
        table.get(RouterPath(PositionPaths.published), use: published)
    }

    @Sendable
    private func desk(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        var form = PositionForm()
        form.proposal = context.query.text(PositionForm.Field.proposal)
        form.mayPublish = context.query.text(PositionForm.Field.mayPublish) != nil
        let page = try await page(rules, form, .none(in: context), context)
        return try site.render(page, in: context)
    }

    /// Leads back to the form, with the same proposal and the next municipality.
    @Sendable
    private func record(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await rules(context)
        let form = PositionForm(sent)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(
            PositionPaths.desk(rules.number),
            [
                PositionForm.Field.proposal: form.proposal,
                PositionForm.Field.mayPublish: form.mayPublish ? "ja" : nil,
            ])
        return try await site.answer(in: context) {
            let key = try site.formKey("position", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try RecordPosition(form, in: rules.number, of: rules.programme).run(as: visitor, at: now, in: db)
                return "\(place)#\(PositionForm.Field.municipality)"
            }
        } orShow: { faults in
            try await page(rules, form, faults, context)
        }
    }

    private func page(
        _ rules: ConsultationRules, _ form: PositionForm, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> PositionDeskPage {
        let positions = try await site.read { db in
            try MunicipalPosition.list(of: rules.id, publicOnly: false, db)
        }
        return PositionDeskPage(
            rules, positions, form, faults, formKey: site.formKey("position", in: context), in: context)
    }

    @Sendable
    private func attendance(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await rules(context)
        return try site.render(
            try await page(rules, attended: rules.attended, isSettled: false, .none(in: context), context),
            in: context)
    }

    @Sendable
    private func recordAttendance(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let rules = try await rules(context)
        let names = sent.texts(RecordAttendance.Field.names)
        let isSettled = sent.text(RecordAttendance.Field.settled) != nil
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(PositionPaths.attendance(rules.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("attendance", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try RecordAttendance(rules.number, in: rules.programme, names, isSettled: isSettled)
                    .run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            try await page(rules, attended: names, isSettled: isSettled, faults, context)
        }
    }

    private func page(
        _ rules: ConsultationRules, attended: [String], isSettled: Bool, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ConferenceAttendancePage {
        let positions = try await site.read { db in
            try MunicipalPosition.list(of: rules.id, publicOnly: false, db)
        }
        return ConferenceAttendancePage(
            rules, positions, attended: attended, isSettled: isSettled, faults,
            formKey: site.formKey("attendance", in: context), in: context)
    }

    /// The conference of the address, for somebody who may run it.
    private func rules(_ context: SiteContext) async throws -> ConsultationRules {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayPlanConsultations(in: programme).check()
        let rules = try await site.read { db in try ConsultationRules.find(number: number, in: programme, db) }
        guard let rules, rules.kind == .municipalConference else { throw PageFault.notFound }
        try context.visitor.mayRun(rules).check()
        return rules
    }

    @Sendable
    private func published(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let asked = try context.query.number(PositionForm.Field.proposal)
        let found = try await site.read { db -> PositionReading in
            guard let consultation = try Consultation.find(number: number, in: programme, db),
                consultation.kind == .municipalConference,
                let rules = try ConsultationRules.find(number: number, in: programme, db)
            else { throw PageFault.notFound }
            return PositionReading(
                rules: rules, positions: try MunicipalPosition.list(of: rules.id, publicOnly: true, db),
                towns: try MappedMunicipality.list(in: programme, db), asked: asked)
        }
        let map = maps.map(
            of: found.towns.map { HexagonMap.Site(id: $0.id, latitude: $0.latitude, longitude: $0.longitude) })
        return try site.render(PositionPage(found, map, in: context), in: context)
    }
}

/// What the public page is made of.
struct PositionReading: Sendable {
    let rules: ConsultationRules
    let positions: [MunicipalPosition]
    let towns: [MappedMunicipality]
    /// The number of the proposal that was asked for.
    let asked: Int64?
}

extension PositionForm {
    init(_ sent: Query) {
        self.init()
        municipality = sent.text(Field.municipality)
        proposal = sent.text(Field.proposal)
        stance = sent.text(Field.stance)
        text = sent.text(Field.text)
        mayPublish = sent.text(Field.mayPublish) != nil
    }
}

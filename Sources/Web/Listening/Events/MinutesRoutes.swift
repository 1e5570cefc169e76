// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Markup
import Participation
import Storage

/// The minutes of an event: written by those who run it, public with one more button.
struct MinutesRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/arbeit/veranstaltungen/{number}/niederschrift", use: edit)
        table.post("/arbeit/veranstaltungen/{number}/niederschrift", use: save)
    }

    @Sendable
    private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let text = sent.text(MinutesDraft.Field.text)
        let revision = try sent.number(MinutesDraft.Field.revision) ?? 0
        let isPublished = sent.text(MinutesPage.publish) != nil
        let now = Moment(site.clock())
        let place = context.links.to(EventPaths.work(number, .minutes))
        let onward = isPublished ? context.links.to(EventPaths.show(number)) : place
        return try await site.answer(in: context) {
            let key = try site.formKey("minutes", sentIn: sent, context)
            try StaffMarkup.check(text, field: MinutesDraft.Field.text)
            return try await site.once(key, in: context) { db in
                try WriteMinutes(of: number, text: text, basedOn: revision, isPublished: isPublished)
                    .run(as: visitor, at: now, in: programme, db)
                return onward
            }
        } orShow: { faults in
            try await page(text ?? "", faults, context)
        }
    }

    /// - Parameter typed: what was typed; nil shows what is kept
    private func page(_ typed: String?, _ faults: FormFaults, _ context: SiteContext) async throws -> MinutesPage {
        let (number, programme, visitor) = (try context.number(), try context.programme.id, context.visitor)
        let today = Moment(site.clock()).day
        let (event, draft) = try await site.read { db in
            let (event, parent) = try Event.withParent(number, in: programme, db)
            try visitor.mayClose(event, of: parent, on: today).check()
            return (event, try MinutesDraft.find(of: event.id, in: db))
        }
        return try MinutesPage(
            event, draft, typed: typed, faults,
            formKey: site.formKey("minutes", in: context), in: context)
    }
}

/// The form of the minutes, with how they will look.
struct MinutesPage: Page {
    static let template = "Events/minutes"
    static let publish = "veroeffentlichen"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let outdated: Outdated?
    let action: String
    let formKey: String
    let revision: String
    let text: FormField
    let saved: String?
    let preview: Preview?
    let crumbs: [Crumb]

    /// What somebody else has saved meanwhile.
    struct Outdated: Sendable {
        let notice: Notice
        let text: String
    }

    struct Preview: Sendable {
        let bodyHTML: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = MinutesPage(
        heading: "Niederschrift", lead: "Auftakt", summary: .sample,
        outdated: Outdated(notice: .sample, text: "Es waren viele."),
        action: "/arbeit/veranstaltungen/4/niederschrift", formKey: "1.2.3", revision: "2", text: .sample,
        saved: "Gespeichert von Luca", preview: Preview(bodyHTML: "<p>Es waren viele.</p>"),
        crumbs: [Crumb(label: "Veranstaltungen", link: "/arbeit/veranstaltungen")])
}

extension MinutesPage {
    init(
        _ event: Event, _ draft: MinutesDraft?, typed: String?, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) throws {
        let kept = draft?.text ?? event.minutes
        heading = context.text("events.minutes.heading")
        lead = [event.title, event.time(in: context)].compactMap { $0 }.joined(separator: " · ")
        summary = faults.summary
        outdated =
            faults.isOutdated
            ? Outdated(
                notice: Notice(
                    context.text("events.minutes.outdated", ["name": draft?.savedBy ?? "–"]),
                    heading: context.text("events.minutes.outdated-heading"), tone: .warning),
                text: kept ?? "") : nil
        action = context.links.to(EventPaths.work(event.number, .minutes))
        self.formKey = formKey
        revision = String(draft?.revision ?? 0)
        text = FormField(
            name: MinutesDraft.Field.text, label: context.text("events.minutes.text"),
            hint: context.text("events.minutes.text-hint"), value: typed ?? kept ?? "",
            fault: faults[MinutesDraft.Field.text], isRequired: true, rows: 22)
        saved = draft.map { draft in
            context.text(
                "events.minutes.saved", ["name": draft.savedBy ?? "–", "moment": context.moment(draft.savedAt)])
        }
        preview = try kept.map { Preview(bodyHTML: try Markup.html(fromStaff: $0).text) }
        crumbs = event.workCrumbs(in: context)
    }
}

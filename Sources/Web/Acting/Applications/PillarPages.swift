// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the page of a pillar tells.
struct PillarView: Sendable {
    let pillar: ProgrammePillar?
    let projects: [ProjectListing]
    let total: Int64
    let number: Int64
    let calls: [PartnerCall]
    let applications: [PartnerApplication]

    /// Whose texts the page shows.
    var matters: [String] {
        [pillar?.id].compactMap { $0 } + projects.flatMap { [$0.summary.id, $0.summary.field?.id].compactMap { $0 } }
            + calls.map(\.id)
            + applications.map(\.id)
    }
}

/// A pillar with its rules and projects; partner projects also with their calls and applications.
struct PillarPage: Page {
    static let template = "Applications/pillar"
    let heading: String
    let lead: ProgrammeText
    let facts: Facts?
    let count: String
    let rows: [ListRow]
    /// On what each state programme rests, and what of it reaches the region.
    let register: Table?
    let empty: EmptyState?
    let pager: Pager?
    let downloads: Downloads?
    let calls: [Call]
    /// Where partners write their applications.
    let apply: String?
    let crumbs: [Crumb]

    struct Call: Sendable {
        let title: ProgrammeText
        let description: ProgrammeText
        let period: String
        let criteria: [ProgrammeText]
        let questions: Questions?
        let count: String
        let applications: [Application]
    }

    /// What applicants are asked beyond the usual.
    struct Questions: Sendable {
        let texts: [ProgrammeText]
    }

    struct Application: Sendable {
        let anchor: String
        let kind: String
        let title: ProgrammeText
        let summary: ProgrammeText
        let organisation: String
        let organisationLink: String?
        let date: String?
        let badge: Badge
        let reason: ProgrammeText?
        let thread: String?
    }

    /// Where an application stands on the page.
    static func anchor(of application: PartnerApplication) -> String { "antrag-\(application.number)" }

    /// Which pillar stands at which address.
    struct Place: Sendable {
        /// The package key of the pillar.
        let key: String
        let path: String
        let hasCalls: Bool
    }

    static let partners = Place(key: "partner", path: "/partnerprojekte", hasCalls: true)
    static let stateProgrammes = Place(key: ProgrammePillar.stateProgrammes, path: "/landesprogramme", hasCalls: false)

    var head: PageHead {
        PageHead(title: heading, description: lead.text, crumbs: crumbs, formats: downloads?.formats ?? [])
    }

    static let sample = PillarPage(
        heading: "Partnerprojekte", lead: .sample, facts: .sample, count: "8 Projekte", rows: [.sample],
        register: .sample,
        empty: .sample, pager: .sample, downloads: .sample,
        calls: [
            Call(
                title: .sample, description: .sample, period: "1. März bis 31. Mai 2024",
                criteria: [.sample], questions: Questions(texts: [.sample]), count: "14 Anträge",
                applications: [
                    Application(
                        anchor: "antrag-1", kind: "Partnerantrag 1", title: .sample, summary: .sample,
                        organisation: "Industriemuseum", organisationLink: "/organisationen/3", date: "27. Mai 2024",
                        badge: .sample, reason: .sample, thread: "/faden/partnerantrag/1")
                ])
        ], apply: "/mein/antraege", crumbs: [Crumb(label: "Projekte", link: "/projekte")])
}

extension PillarPage {
    init(_ place: Place, _ view: PillarView, _ texts: ProgrammeTexts, in context: SiteContext) throws {
        let pillar = view.pillar
        heading = context.text("applications.\(place.key).heading")
        lead =
            pillar.flatMap { texts.text("description", of: $0.id, or: $0.description) }
            ?? ProgrammeText(text: context.text("applications.\(place.key).lead"), language: nil)
        facts = pillar.map { Facts(entries: Self.facts($0, texts, in: context)) }
        count = context.text("projects.list.count", count: view.total)
        rows = view.projects.map { ListRow($0.summary, texts, in: context) }
        register =
            place.key == ProgrammePillar.stateProgrammes && view.total > 0
            ? .stateProgrammes(view.projects, texts, in: context) : nil
        empty =
            view.total > 0
            ? nil
            : EmptyState(
                text: context.text("applications.none"), link: context.links.to("/projekte"),
                linkLabel: context.text("projects.list.all"))
        pager = try Pager(page: view.number, of: view.total, path: place.path, in: context)
        downloads =
            view.total > 0
            ? Downloads(
                of: place.path, heading: heading, beside: view.applications.isEmpty ? [] : [.applications],
                in: context) : nil
        calls = view.calls.map { call in
            Call(call, view.applications.filter { $0.call == call.id }, texts, in: context)
        }
        apply = view.calls.isEmpty ? nil : context.links.to(ApplicationPaths.own)
        crumbs = [Crumb(label: context.text("projects.list.heading"), link: context.links.to("/projekte"))]
    }

    private static func facts(
        _ pillar: ProgrammePillar, _ texts: ProgrammeTexts, in context: SiteContext
    ) -> [Facts.Entry] {
        let unknown = context.text("design.unknown")
        let value = { (field: String, text: String?) -> Facts.Value in
            guard let text else { return Facts.Value(text: unknown, link: nil) }
            let shown = texts.text(field, of: pillar.id, or: text)
            return Facts.Value(text: shown.text, link: nil, language: shown.language)
        }
        let criteria = pillar.criteria.map {
            Facts.Value(text: $0, link: nil, language: texts.original($0).language)
        }
        return [
            Facts.Entry(context.text("applications.facts.proposes"), [value("who_proposes", pillar.whoProposes)]),
            Facts.Entry(context.text("applications.facts.decides"), [value("who_decides", pillar.whoDecides)]),
            Facts.Entry(
                context.text("applications.facts.criteria"), criteria.isEmpty ? [value("", nil)] : criteria),
            context.hint(confidence: pillar.confidence).map {
                Facts.Entry(context.text("projects.facts.confidence"), $0)
            },
            pillar.note.map { note in Facts.Entry(context.text("applications.facts.note"), [value("note", note)]) },
        ].compactMap { $0 }
    }
}

extension PillarPage.Call {
    init(
        _ call: PartnerCall, _ applications: [PartnerApplication], _ texts: ProgrammeTexts, in context: SiteContext
    ) {
        title = texts.text("title", of: call.id, or: call.title)
        description = texts.text("description", of: call.id, or: call.description)
        period = context.notation.period(call.opensOn, call.closesOn) ?? context.text("design.unknown")
        criteria = call.criteria.map { texts.original($0) }
        questions =
            call.questions.isEmpty ? nil : PillarPage.Questions(texts: call.questions.map { texts.original($0) })
        count = context.text("applications.count", count: applications.count)
        self.applications = applications.map { PillarPage.Application($0, texts, in: context) }
    }
}

extension PillarPage.Application {
    init(_ application: PartnerApplication, _ texts: ProgrammeTexts, in context: SiteContext) {
        anchor = PillarPage.anchor(of: application)
        kind = context.word(kind: .application) + "\u{A0}" + context.notation.number(application.number)
        title = texts.text("title", of: application.id, or: application.title)
        summary = texts.text("summary", of: application.id, or: application.summary)
        organisation = application.organisation
        organisationLink = application.organisationNumber.map { context.links.to("/organisationen/\($0)") }
        date = application.submittedOn.map { context.notation.date($0) }
        badge = context.badge(state: application.outcome?.rawValue ?? application.state.rawValue)
        reason = texts.text("reason", of: application.id, or: application.reason)
        thread = context.links.to("/faden/partnerantrag/\(application.number)")
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What waits for a moderator: contributions that are not public yet, and what was reported.
struct ModerationInboxPage: Page {
    static let template = "Moderation/inbox"
    let heading: String
    /// "Das Älteste wartet seit 3. März 2026."
    let oldest: String?
    let summary: ErrorSummary?
    /// What was decided just now and can be taken back.
    let undo: UndoPart?
    let held: Held?
    let flags: Section?
    let objections: Section?
    let empty: EmptyState?
    let hidden: Section.More
    let crumbs: [Crumb]

    /// Contributions that wait, with one form for all that are ticked.
    struct Held: Sendable {
        let heading: String
        let action: String
        let formKey: String
        let rows: [Row]
        let rule: ChoiceField
        let reason: FormField
    }

    struct Row: Sendable {
        let id: String
        let isChosen: Bool
        let about: String
        let link: String?
        let subject: ProgrammeText?
        let text: String
        /// Why the system holds it back.
        let suspicions: [String]
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ModerationInboxPage(
        heading: "Moderation", oldest: "Das Älteste wartet seit gestern.", summary: .sample, undo: .sample,
        held: Held(
            heading: "1 Beitrag wartet", action: "/arbeit/moderation/beitraege", formKey: "1.2.3",
            rows: [
                Row(
                    id: "a", isChosen: true, about: "Gast · 3. März 2026", link: "/ideen/1", subject: .sample,
                    text: "Guter Plan.", suspicions: ["Der Beitrag kommt von einem Gast."])
            ], rule: .sample, reason: .sample),
        flags: .sample, objections: .sample, empty: .sample,
        hidden: Section.More(label: "Ausgeblendetes", link: "/arbeit/moderation/ausgeblendet"),
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ModerationInboxPage {
    init(
        _ held: Listed<HeldContribution>, _ flags: Listed<FiledFlag>, _ objections: Listed<Objection>,
        _ mentions: Mentions, _ form: ModerationForm, chosen: [String], _ faults: FormFaults, formKey: String,
        undo: UndoPart?, in context: SiteContext
    ) {
        let moments = [
            held.rows.first?.waitingSince, flags.rows.first?.createdAt, objections.rows.first?.objectedAt,
        ].compactMap { $0 }
        heading = context.text("moderation.inbox.heading")
        oldest = moments.min().map { context.text("moderation.inbox.oldest", ["date": context.moment($0)]) }
        summary = faults.summary
        self.undo = undo
        self.held =
            held.rows.isEmpty
            ? nil
            : Held(
                heading: context.text("moderation.inbox.held", count: held.total),
                action: context.links.to(ModerationPaths.held), formKey: formKey,
                rows: held.rows.map { Row($0, mentions, isChosen: chosen.contains($0.id), in: context) },
                rule: ModerationFields.rule(form, faults, in: context),
                reason: ModerationFields.reason(form, faults, in: context))
        self.flags = Self.section(flags, mentions, in: context)
        self.objections = Self.section(objections, in: context)
        hidden = Section.More(
            label: context.text("moderation.hidden.heading"), link: context.links.to(ModerationPaths.hidden))
        empty =
            held.rows.isEmpty && flags.rows.isEmpty && objections.rows.isEmpty
            ? EmptyState(text: context.text("moderation.inbox.empty"), link: nil, linkLabel: nil) : nil
        crumbs = [context.workCrumb]
    }

    private static func section(_ flags: Listed<FiledFlag>, _ mentions: Mentions, in context: SiteContext) -> Section? {
        let rows = flags.rows.compactMap { flag -> ListRow? in
            guard let matter = mentions.matter(flag.matter), let path = ModerationPaths.path(of: matter) else {
                return nil
            }
            return ListRow(
                title: context.quotation(of: matter),
                link: context.links.to(ModerationPaths.decision, [ModerationPaths.aboutField: path]), text: flag.text,
                facts: [context.text("moderation.rules.\(flag.reason.rawValue)"), context.moment(flag.createdAt)])
        }
        guard !rows.isEmpty else { return nil }
        return Section(
            context.text("moderation.inbox.flags", count: flags.total), anchor: "meldungen", rows: rows,
            more: Section.More(
                label: context.text("moderation.flags.open"), link: context.links.to(ModerationPaths.flags)))
    }
}

extension ModerationInboxPage {
    private static func section(_ objections: Listed<Objection>, in context: SiteContext) -> Section? {
        let rows = objections.rows.map { objection in
            ListRow(
                title: context.text("moderation.objection.against.\(objection.verdict.rawValue)"),
                link: context.links.to(
                    ModerationPaths.objectionDecision, [ModerationPaths.idField: objection.id]),
                text: objection.text ?? "", facts: [context.moment(objection.objectedAt ?? objection.toldAt)])
        }
        guard !rows.isEmpty else { return nil }
        return Section(
            context.text("moderation.inbox.objections", count: objections.total), anchor: "widersprueche", rows: rows)
    }
}

extension ModerationInboxPage.Row {
    fileprivate init(_ held: HeldContribution, _ mentions: Mentions, isChosen: Bool, in context: SiteContext) {
        id = held.id
        self.isChosen = isChosen
        about = [
            held.authorLabel ?? context.text("remarks.guest"), context.moment(held.waitingSince ?? held.createdAt),
        ]
        .joined(separator: " · ")
        link = mentions.link(held.about, in: context)
        subject = mentions.title(held.about)
        text = held.text
        suspicions = held.suspicions.map { suspicion in
            context.text("moderation.suspicions.\(suspicion.key)", ["detail": suspicion.detail ?? ""])
        }
    }
}

/// The fields in which a moderator gives reasons.
enum ModerationFields {
    static func rule(_ form: ModerationForm, _ faults: FormFaults, in context: SiteContext) -> ChoiceField {
        ChoiceField(
            name: ModerationForm.Field.rule, label: context.text("moderation.decision.rule"),
            hint: context.text("moderation.decision.rule-hint"), chosen: form.rule,
            empty: context.text("moderation.decision.rule-none"),
            options: FlagReason.allCases.map { ($0.rawValue, context.text("moderation.rules.\($0.rawValue)")) },
            fault: faults[ModerationForm.Field.rule])
    }

    static func reason(_ form: ModerationForm, _ faults: FormFaults, in context: SiteContext) -> FormField {
        FormField(
            name: ModerationForm.Field.reason, label: context.text("moderation.decision.reason"),
            hint: context.text("moderation.decision.reason-hint"), value: form.reason ?? "",
            fault: faults[ModerationForm.Field.reason], rows: 4)
    }
}

/// Everything that was reported of one matter, and deciding about it.
struct ModerationFlagPage: Page {
    static let template = "Moderation/decision"
    let heading: String
    let link: String
    let path: String
    let text: String?
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let flags: [Report]
    let rule: ChoiceField
    let reason: FormField
    let crumbs: [Crumb]

    struct Report: Sendable {
        let about: String
        let text: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ModerationFlagPage(
        heading: "Gemeldet: Kommentar 1", link: "/kommentare/1", path: "/kommentare/1", text: "Kaufen Sie!",
        summary: .sample, action: "/arbeit/moderation/meldung", formKey: "1.2.3",
        flags: [Report(about: "Werbung · 3. März 2026", text: "Das ist Werbung.")], rule: .sample, reason: .sample,
        crumbs: [Crumb(label: "Moderation", link: "/arbeit/moderation")])
}

extension ModerationFlagPage {
    init(
        _ matter: MatterSummary, _ path: String, text: String?, _ flags: [FiledFlag], _ form: ModerationForm,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        self.init(
            heading: context.text("moderation.decision.heading", ["matter": context.quotation(of: matter)]),
            link: context.links.to(path), path: path, text: text, summary: faults.summary,
            action: context.links.to(ModerationPaths.decision), formKey: formKey,
            flags: flags.map { Report($0, in: context) },
            rule: ModerationFields.rule(form, faults, in: context),
            reason: ModerationFields.reason(form, faults, in: context),
            crumbs: [
                context.workCrumb,
                Crumb(
                    label: context.text("moderation.inbox.heading"), link: context.links.to(ModerationPaths.inbox)),
            ])
    }
}

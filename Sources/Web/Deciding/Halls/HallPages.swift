// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The list of a townhall as everybody reads it.
struct HallPage: Page {
    static let template = "Halls/show"
    let heading: String
    let title: String
    let lead: String
    let ask: Section.More?
    let renewing: Section.More?
    let count: String
    let rows: [Row]
    let empty: EmptyState?
    let crumbs: [Crumb]

    struct Row: Sendable {
        let anchor: String
        let number: String
        let facts: String
        let text: String
        /// The language of what was said, where it is not that of the page.
        let language: String?
        let supports: String
        let answer: String?
        let isJoined: Bool
        let support: Support?
    }

    struct Support: Sendable {
        let action: String
        let formKey: String
        let number: String
        let label: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs) }

    static let sample = HallPage(
        heading: "Wortmeldungen", title: "Townhall", lead: "Alles, was gefragt wird.",
        ask: Section.More(label: "Frage stellen", link: "/neu"),
        renewing: Section.More(label: "Liste erneuern", link: "?erneuern=ja"), count: "3 Wortmeldungen",
        rows: [
            Row(
                anchor: "w1", number: "1", facts: "Frage, vom Mikrofon", text: "Wann?", language: "de",
                supports: "3 unterstützen das", answer: "Bald.", isJoined: true,
                support: Support(action: "/", formKey: "1.2.3", number: "1", label: "Unterstützen"))
        ], empty: .sample, crumbs: [Crumb(label: "Beteiligungen", link: "/beteiligungen")])
}

extension HallPage {
    /// - Parameter formKey: nil for whoever cannot support anything
    init(_ reading: HallReading, formKey: String?, in context: SiteContext) {
        let rules = reading.rules
        heading = context.text("halls.heading")
        title = rules.title
        lead = context.text(reading.isOpen ? "halls.lead" : "halls.lead-over")
        ask =
            reading.isOpen
            ? Section.More(label: context.text("halls.ask"), link: context.links.to(HallPaths.ask(rules.number))) : nil
        renewing =
            reading.isOpen
            ? Section.More(
                label: context.text(reading.isRenewing ? "halls.stay" : "halls.renew"),
                link: context.links.to(
                    HallPaths.list(rules.number), [HallRoutes.renewing: reading.isRenewing ? nil : "ja"])) : nil
        count = context.text("halls.count", count: reading.entries.count)
        rows = reading.entries.map { entry in
            Row(entry, reading, formKey: formKey, in: context)
        }
        empty = reading.entries.isEmpty ? EmptyState(text: context.text("halls.empty"), link: nil, linkLabel: nil) : nil
        crumbs = context.hallCrumbs(rules)
    }
}

extension HallPage.Row {
    fileprivate init(_ entry: HallEntry, _ reading: HallReading, formKey: String?, in context: SiteContext) {
        anchor = "w\(entry.number)"
        number = context.notation.number(entry.number)
        facts = entry.facts(in: context)
        text = entry.text
        language = context.language == .german ? nil : "de"
        supports = context.text("halls.supports", count: entry.supports)
        answer = entry.answer
        isJoined = entry.joinedTo != nil
        let isSupported = reading.supported.contains(entry.number)
        support = formKey.map { key in
            HallPage.Support(
                action: context.links.to(HallPaths.support(reading.rules.number)), formKey: key,
                number: String(entry.number), label: context.text(isSupported ? "halls.unsupport" : "halls.support"))
        }
    }
}

extension HallEntry {
    /// "Frage, vom Mikrofon, zu Landbus Aue, mit 3".
    func facts(in context: SiteContext) -> String {
        [
            context.word(.pointKind, kind.rawValue), context.text("halls.channel.\(channel.rawValue)"),
            proposal.map { context.text("halls.about", ["title": $0.title]) },
            joinedTo.map { context.text("halls.joined", ["number": context.notation.number($0)]) },
            point == nil ? nil : context.text("halls.is-point"),
        ].compactMap { $0 }.joined(separator: " · ")
    }
}

extension SiteContext {
    func hallCrumbs(_ rules: ConsultationRules) -> [Crumb] {
        [
            Crumb(label: text("site.navigation.consultations"), link: links.to("/beteiligungen")),
            Crumb(label: rules.title, link: links.to("/beteiligungen/\(rules.number)")),
        ]
    }
}

/// The form by which somebody asks online.
struct HallAskPage: Page {
    static let template = "Halls/ask"
    let heading: String
    let title: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let fields: HallFields
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = HallAskPage(
        heading: "Frage stellen", title: "Townhall", summary: .sample, action: "/neu", formKey: "1.2.3",
        fields: .sample, crumbs: [Crumb(label: "Beteiligungen", link: "/beteiligungen")])
}

extension HallAskPage {
    init(
        _ rules: ConsultationRules, _ form: HallForm, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        heading = context.text("halls.ask")
        title = rules.title
        summary = faults.summary
        action = context.links.to(HallPaths.ask(rules.number))
        self.formKey = formKey
        fields = HallFields(rules, form, faults, in: context)
        crumbs =
            context.hallCrumbs(rules) + [
                Crumb(label: context.text("halls.heading"), link: context.links.to(HallPaths.list(rules.number)))
            ]
    }
}

/// What an entry is made of, online and at the microphone.
struct HallFields: Sendable {
    let kind: ChoiceField
    let proposal: ChoiceField
    let text: FormField

    static let sample = HallFields(kind: .sample, proposal: .sample, text: .sample)
}

extension HallFields {
    init(_ rules: ConsultationRules, _ form: HallForm, _ faults: FormFaults, in context: SiteContext) {
        let kinds: [PointKind] = [.question, .note, .suggestion, .concern, .approval, .rejection]
        kind = ChoiceField(
            name: HallForm.Field.kind, label: context.text("synopsis.columns.kind"), chosen: form.kind,
            options: kinds.map { ($0.rawValue, context.word(.pointKind, $0.rawValue)) },
            fault: faults[HallForm.Field.kind])
        proposal = ChoiceField(
            name: HallForm.Field.proposal, label: context.text("halls.proposal"), chosen: form.proposal,
            empty: context.text("halls.no-proposal"), options: rules.documents.map { (String($0.number), $0.title) },
            fault: faults[HallForm.Field.proposal])
        text = FormField(
            name: HallForm.Field.text, label: context.text("halls.text"), value: form.text ?? "",
            fault: faults[HallForm.Field.text], isRequired: true, rows: 3)
    }
}

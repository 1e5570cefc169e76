// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One point with its statement, its answer and what other ministries say.
struct PointPage: Page {
    static let template = "Synopsis/point"
    let heading: String
    let summary: ErrorSummary?
    let notices: [Notice]
    let badges: [Badge]
    let facts: Facts
    let text: [String]
    let wording: String?
    let paragraph: String?
    let statement: [String]
    /// The whole statement with its files.
    let onFile: Section.More
    /// What is saved now, when somebody else was faster.
    let saved: String?
    let assessment: Assessment?
    let answer: Answer?
    let changes: Section?
    let signatures: [SignatureView]
    let templates: [Section.More]
    let split: Split?
    let separation: Simple?
    let next: Section.More?
    let crumbs: [Crumb]

    struct Assessment: Sendable {
        let action: String
        let formKey: String
        let revision: String
        let outcome: ChoiceField
        let assessment: FormField
        let changeOld: FormField
        let changeNew: FormField
        let ministries: TickGroup
    }

    /// The answer for reading, where it cannot be changed.
    struct Answer: Sendable {
        let outcome: Badge
        let text: String
        let change: String?
    }

    struct SignatureView: Sendable {
        let ministry: String
        let badge: Badge
        let note: String?
        let reply: String?
        let form: SignForm?
        let replyForm: ReplyForm?
    }

    struct SignForm: Sendable {
        let action: String
        let formKey: String
        let revision: String
        let ministry: String
        let answer: ChoiceField
        let note: FormField
    }

    struct ReplyForm: Sendable {
        let action: String
        let formKey: String
        let revision: String
        let ministry: String
        let reply: FormField
    }

    struct Split: Sendable {
        let action: String
        let formKey: String
        let revision: String
        let parts: FormField
    }

    struct Simple: Sendable {
        let action: String
        let formKey: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PointPage(
        heading: "Punkt 12.3", summary: .sample, notices: [.sample], badges: [.sample], facts: .sample,
        text: ["Mehr Busse."], wording: "Täglich.", paragraph: "Montags bis samstags.",
        statement: ["Wir begrüßen das."],
        onFile: Section.More(label: "Ganze Stellungnahme", link: "/arbeit/beteiligungen/1/eingang/12"),
        saved: "Das steht jetzt da.",
        assessment: Assessment(
            action: "/12.3", formKey: "1.2.3", revision: "abc", outcome: .sample, assessment: .sample,
            changeOld: .sample, changeNew: .sample, ministries: .sample),
        answer: Answer(outcome: .sample, text: "Ja.", change: "alt → neu"),
        changes: .sample,
        signatures: [
            SignatureView(
                ministry: "MVU", badge: .sample, note: "Zu teuer.", reply: "Das ist gerechnet.",
                form: SignForm(
                    action: "/", formKey: "1", revision: "a", ministry: "MVU", answer: .sample, note: .sample),
                replyForm: ReplyForm(action: "/", formKey: "1", revision: "a", ministry: "MVU", reply: .sample))
        ], templates: [Section.More(label: "Punkt 1.1", link: "?baustein=1.1")],
        split: Split(action: "/", formKey: "1", revision: "a", parts: .sample),
        separation: Simple(action: "/", formKey: "1"), next: Section.More(label: "Nächster", link: "/"),
        crumbs: [Crumb(label: "Synopse", link: "/synopse")])
}

extension PointPage {
    init(
        _ desk: PointDesk, _ form: AssessmentForm, sent: Query, _ faults: FormFaults,
        today: PartialDate, formKey: String, in context: SiteContext
    ) {
        let (point, rules) = (desk.file.point, desk.rules)
        let parts = PointParts(desk: desk, sent: sent, faults: faults, formKey: formKey, context: context)
        heading = context.text("synopsis.point.heading", ["number": point.place.text])
        summary = faults.summary
        notices = parts.notices
        badges =
            [context.badge(state: point.state.rawValue)]
            + (point.outcome.map { [context.badge(state: $0.rawValue)] } ?? [])
        facts = parts.facts(today: today)
        text = point.text.split(separator: "\n").map(String.init)
        wording = point.wording
        paragraph = point.reference?.paragraphText
        statement = (desk.file.statementText ?? "").split(separator: "\n").map(String.init)
        onFile = Section.More(
            label: context.text("statements.on-file.whole"),
            link: context.links.to(StatementPaths.onFile(rules.number, point.place.statement)))
        saved = faults.isOutdated ? parts.savedAnswer : nil
        assessment = parts.mayAssess ? parts.assessment(form) : nil
        answer = parts.mayAssess ? nil : parts.answer
        changes = parts.changes
        signatures = desk.file.signatures.map { parts.signature($0) }
        templates =
            parts.mayAssess
            ? desk.file.earlier.map { other in
                Section.More(
                    label: context.text(
                        "synopsis.point.template",
                        [
                            "number": other.place.text,
                            "outcome": other.outcome.map { context.word(state: $0.rawValue) } ?? "–",
                            "text": (other.assessment ?? "").shortened(to: 100),
                        ]),
                    link: context.links.to(
                        SynopsisPaths.point(rules.number, point.place.text), ["baustein": other.place.text]))
            } : []
        split = parts.split
        separation =
            point.answeredWith != nil && parts.mayRun && parts.isOpen
            ? Simple(
                action: context.links.to(SynopsisPaths.separation(rules.number, point.place.text)), formKey: formKey)
            : nil
        next = desk.file.next.map { place in
            Section.More(
                label: context.text("synopsis.point.next", ["number": place.text]),
                link: context.links.to(SynopsisPaths.point(rules.number, place.text)))
        }
        crumbs =
            context.crumbs(to: rules) + [
                Crumb(
                    label: context.text("synopsis.heading"), link: context.links.to(SynopsisPaths.table(rules.number)))
            ]
    }
}

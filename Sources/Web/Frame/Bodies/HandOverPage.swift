// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Shows what would move, and asks to whom, when and why.
struct HandOverPage: Page {
    static let template = "Bodies/handover"
    let heading: String
    let summary: ErrorSummary?
    let ahead: [Ahead]
    let duties: Section
    let responsibilities: Section
    /// Said where there are points or drafts, too.
    let more: [String]
    let form: Form?
    /// Said where there is no other office.
    let alone: EmptyState?
    let crumbs: [Crumb]

    struct Ahead: Sendable {
        let text: String
        let action: String
        let handOver: String
    }

    struct Form: Sendable {
        let action: String
        let formKey: String
        let office: ChoiceField
        let effectiveOn: FormField
        let reason: FormField
    }

    static let handOverField = "uebergabe"

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = HandOverPage(
        heading: "Alles übergeben: Referat Bus und Bahn", summary: .sample,
        ahead: [Ahead(text: "Am 1. Januar 2027", action: "/arbeit/stellen/1/uebergabe/absage", handOver: "1")],
        duties: .sample, responsibilities: .sample, more: ["3 Einzelpunkte"],
        form: Form(
            action: "/arbeit/stellen/1/uebergabe", formKey: "1.2.3", office: .sample, effectiveOn: .sample,
            reason: .sample), alone: .sample, crumbs: [Crumb(label: "Stellen", link: "/arbeit/stellen")])
}

extension HandOverPage {
    init(
        _ giver: DutyOffice, to offices: [DutyOffice], _ contents: HandOverContents, ahead: [HandOver],
        _ form: HandOverForm, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let path = { (pattern: String) in context.links.to(OfficePaths.at(pattern, giver.key)) }
        self.init(
            heading: context.text("bodies.handover.heading", ["office": giver.name]), summary: faults.summary,
            ahead: ahead.map {
                Ahead(
                    text: context.text(
                        "bodies.handover.planned",
                        ["office": $0.taker.name, "date": context.notation.date($0.effectiveOn)]),
                    action: path(OfficePaths.cancel), handOver: $0.id)
            },
            duties: .duties(contents, in: context), responsibilities: .responsibilities(contents, in: context),
            more: contents.words(in: context),
            form: offices.isEmpty
                ? nil : Form(form, offices, faults, action: path(OfficePaths.handOver), formKey: formKey, in: context),
            alone: offices.isEmpty
                ? EmptyState(
                    text: context.text("bodies.handover.alone"), link: context.links.to(OfficePaths.list),
                    linkLabel: context.text("bodies.offices.heading")) : nil,
            crumbs: [
                context.workCrumb, context.officesCrumb,
                Crumb(label: giver.name, link: path(OfficePaths.show)),
            ])
    }
}

extension HandOverPage.Form {
    fileprivate init(
        _ form: HandOverForm, _ offices: [DutyOffice], _ faults: FormFaults, action: String, formKey: String,
        in context: SiteContext
    ) {
        typealias Field = HandOverForm.Field
        self.init(
            action: action, formKey: formKey,
            office: ChoiceField(
                name: Field.office, label: context.text("bodies.handover.to"), chosen: form.office,
                options: offices.map { ($0.key, [$0.name, $0.body].compactMap { $0 }.joined(separator: ", ")) },
                fault: faults[Field.office]),
            effectiveOn: FormField(
                name: Field.effectiveOn, label: context.text("bodies.handover.day"),
                hint: context.text("bodies.handover.day-hint"), value: form.effectiveOn ?? "",
                fault: faults[Field.effectiveOn], isRequired: true, type: "date"),
            reason: FormField(
                name: Field.reason, label: context.text("bodies.handover.reason"),
                hint: context.text("bodies.handover.reason-hint"), value: form.reason ?? "",
                fault: faults[Field.reason], isRequired: true, rows: 3))
    }
}

extension Section {
    fileprivate static func duties(_ contents: HandOverContents, in context: SiteContext) -> Section {
        let more = contents.dutyCount - Int64(contents.duties.count)
        return Section(
            context.text("bodies.handover.duties", count: contents.dutyCount),
            bullets: contents.duties.map { duty in
                let title = context.title(of: duty)
                return Bullet(
                    title.text,
                    details: context.text("duties.list.due", ["date": context.notation.date(duty.dueOn)]),
                    language: title.language)
            },
            note: contents.dutyCount == 0
                ? context.text("bodies.handover.no-duties")
                : more > 0 ? context.text("notices.letter.more", count: more) : nil)
    }

    fileprivate static func responsibilities(_ contents: HandOverContents, in context: SiteContext) -> Section {
        let count = contents.responsibilities.count
        return Section(
            context.text("bodies.handover.responsibilities", count: count),
            bullets: contents.responsibilities.map {
                Bullet(
                    "\(context.word(kind: $0.kind)): \($0.title)",
                    details: context.notation.period(from: $0.period.start?.text, to: $0.period.end?.text))
            }, note: count == 0 ? context.text("bodies.handover.no-responsibilities") : nil)
    }
}

extension Section.Bullet {
    init(_ handOver: HandOver, in context: SiteContext) {
        let words: KeyValuePairs<String, String> = [
            "from": handOver.giver.name, "to": handOver.taker.name,
            "date": context.notation.date(handOver.effectiveOn),
        ]
        self.init(
            context.text(handOver.isDone ? "bodies.handover.done" : "bodies.handover.coming", words),
            details: handOver.reason)
    }
}

extension HandOverContents {
    /// Points and drafts in words; nothing for none.
    fileprivate func words(in context: SiteContext) -> [String] {
        [
            points > 0 ? context.text("bodies.handover.points", count: points) : nil,
            drafts > 0 ? context.text("bodies.handover.drafts", count: drafts) : nil,
        ].compactMap { $0 }
    }
}

extension LetterPage {
    /// Both offices read the same: who takes over what from whom, when and why.
    init(_ news: HandOverNews, in context: SiteContext) {
        let (handOver, contents) = (news.handOver, news.contents)
        let portal = context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
        let words: KeyValuePairs<String, String> = [
            "from": handOver.giver.name, "to": handOver.taker.name,
            "date": context.notation.date(handOver.effectiveOn),
        ]
        let entries = contents.duties.map { duty in
            Entry(
                heading: context.text("duties.list.due", ["date": context.notation.date(duty.dueOn)]),
                title: context.title(of: duty).text, language: context.title(of: duty).language,
                link: DutyPaths.work(duty).map { context.links.absolute($0) }, details: [])
        }
        let more = contents.dutyCount - Int64(entries.count)
        self.init(
            subject: context.text("bodies.letters.handover.subject", words),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("bodies.letters.handover.text", words),
                context.text("bodies.letters.handover.reason", ["reason": handOver.reason]),
                context.text("bodies.handover.duties", count: contents.dutyCount) + ", "
                    + context.text("bodies.handover.responsibilities", count: contents.responsibilities.count),
            ] + contents.words(in: context),
            action: Action(
                label: context.text("duties.letters.all"), link: context.links.absolute(DutyPaths.desk)),
            code: nil,
            closing: [context.text("bodies.letters.handover.closing"), context.text("forms.letter.automatic")],
            signature: portal,
            news: entries.isEmpty
                ? nil
                : News(entries: entries, more: more > 0 ? context.text("notices.letter.more", count: more) : nil))
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The list of a townhall for those who run it: the form on top, ready for the next one, and what can be done with
/// each.
struct HallDeskPage: Page {
    static let template = "Halls/desk"
    let heading: String
    let title: String
    let summary: ErrorSummary?
    let notice: Notice?
    let ways: [Section.More]
    let form: Form?
    let count: String
    let rows: [Row]
    let taking: Taking?
    let crumbs: [Crumb]

    struct Form: Sendable {
        let action: String
        let formKey: String
        let channel: ChoiceField
        let fields: HallFields
    }

    struct Row: Sendable {
        let number: String
        let facts: String
        let text: String
        let supports: String
        let answer: String?
        let isHidden: Bool
        let work: Work?
    }

    struct Work: Sendable {
        let action: String
        let formKey: String
        let number: String
        let answerID: String
        let leadID: String
        let answer: String
        let lead: String
        let toggle: String
        let toggleLabel: String
    }

    /// The step from the list to the synopsis.
    struct Taking: Sendable {
        let action: String
        let formKey: String
        let label: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = HallDeskPage(
        heading: "Wortmeldungen", title: "Townhall", summary: .sample, notice: .sample,
        ways: [Section.More(label: "Öffentliche Liste", link: "/saal")],
        form: Form(action: "/saal", formKey: "1.2.3", channel: .sample, fields: .sample), count: "3 Wortmeldungen",
        rows: [
            Row(
                number: "1", facts: "Frage", text: "Wann?", supports: "3 unterstützen das", answer: "Bald.",
                isHidden: true,
                work: Work(
                    action: "/wortmeldung", formKey: "1.2.3", number: "1", answerID: "antwort-1", leadID: "mit-1",
                    answer: "Bald.", lead: "2", toggle: "ausblenden", toggleLabel: "Ausblenden"))
        ], taking: Taking(action: "/synopse", formKey: "1.2.3", label: "3 übernehmen"),
        crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension HallDeskPage {
    init(
        _ rules: ConsultationRules, _ entries: [HallEntry], _ form: HallForm, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let permission = context.visitor.mayRunHall(rules)
        heading = context.text("halls.heading")
        title = rules.title
        summary = faults.summary
        if case .refused(let refusal) = permission {
            notice = Notice(context.text(refusal))
        } else {
            notice = nil
        }
        ways = [
            Section.More(
                label: context.text("halls.public-list"), link: context.links.to(HallPaths.list(rules.number))),
            Section.More(
                label: context.text("synopsis.work"), link: context.links.to(SynopsisPaths.table(rules.number))),
        ]
        let channels: [HallChannel] = [.microphone, .card]
        self.form =
            permission.isAllowed
            ? Form(
                action: context.links.to(HallPaths.desk(rules.number)), formKey: formKey,
                channel: ChoiceField(
                    name: HallForm.Field.channel, label: context.text("halls.way"), chosen: form.channel,
                    options: channels.map { ($0.rawValue, context.text("halls.channel.\($0.rawValue)")) },
                    fault: faults[HallForm.Field.channel]),
                fields: HallFields(rules, form, faults, in: context)) : nil
        count = context.text("halls.count", count: entries.count)
        rows = entries.map { Row($0, rules, formKey: permission.isAllowed ? formKey : nil, in: context) }
        let waiting = entries.filter { !$0.isHidden && $0.point == nil }.count
        taking =
            permission.isAllowed && waiting > 0
            ? Taking(
                action: context.links.to(HallPaths.taking(rules.number)), formKey: formKey,
                label: context.text("halls.take", count: waiting)) : nil
        crumbs = context.crumbs(to: rules)
    }
}

extension HallDeskPage.Row {
    fileprivate init(_ entry: HallEntry, _ rules: ConsultationRules, formKey: String?, in context: SiteContext) {
        number = context.notation.number(entry.number)
        facts = entry.facts(in: context)
        text = entry.text
        supports = context.text("halls.supports", count: entry.supports)
        answer = entry.answer
        isHidden = entry.isHidden
        let act: HallAct = entry.isHidden ? .show : .hide
        work =
            entry.point != nil
            ? nil
            : formKey.map { key in
                HallDeskPage.Work(
                    action: context.links.to(HallPaths.work(rules.number)), formKey: key, number: String(entry.number),
                    answerID: "antwort-\(entry.number)", leadID: "mit-\(entry.number)", answer: entry.answer ?? "",
                    lead: entry.joinedTo.map { String($0) } ?? "", toggle: act.rawValue,
                    toggleLabel: context.text("halls.act.\(act.rawValue)"))
            }
    }
}

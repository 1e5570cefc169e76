// SPDX-License-Identifier: EUPL-1.2

import Participation

/// How a programme answers, and its text blocks.
struct ReplySettingPage: Page {
    static let template = "Replies/setting"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let days: FormField
    let needsRelease: TickField
    let templates: [Template]
    let empty: EmptyState?
    let adding: Adding
    let crumbs: [Crumb]

    struct Template: Sendable {
        let title: String
        let text: ProgrammeText
        let action: String
        let formKey: String
        let id: String
    }

    struct Adding: Sendable {
        let action: String
        let formKey: String
        let title: FormField
        let text: FormField
    }

    /// A key for each form of the page.
    struct Keys: Sendable {
        let setting: String
        let adding: String
        let removal: [String]
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ReplySettingPage(
        heading: "Wie wir antworten", summary: .sample, action: "/arbeit/antworten", formKey: "1",
        days: .sample, needsRelease: .sample,
        templates: [Template(title: "Dank", text: .sample, action: "/arbeit/antworten", formKey: "1", id: "1")],
        empty: .sample, adding: Adding(action: "/arbeit/antworten", formKey: "1", title: .sample, text: .sample),
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ReplySettingPage {
    init(
        _ setting: ReplySetting, days: Int64, _ templates: [ReplyTemplate], _ sent: Query, _ faults: FormFaults,
        keys: Keys,
        in context: SiteContext
    ) {
        typealias Field = ReplyTemplate.Field
        heading = context.text("replies.setting.heading")
        summary = faults.summary
        action = context.links.to(ReplyPaths.setting)
        formKey = keys.setting
        self.days = FormField(
            name: ReplySetting.Field.days, label: context.text("replies.setting.days"),
            hint: context.text("replies.setting.days-hint"),
            value: sent.text(ReplySetting.Field.days) ?? String(days), fault: faults[ReplySetting.Field.days],
            isRequired: true, type: "number")
        needsRelease = TickField(
            name: ReplySetting.Field.needsRelease, label: context.text("replies.setting.release"),
            hint: context.text("replies.setting.release-hint"), isTicked: setting.needsRelease)
        self.templates = zip(templates, keys.removal).map { template, key in
            Template(
                title: template.title, text: context.original(template.text),
                action: context.links.to(ReplyPaths.templateRemoval), formKey: key, id: template.id)
        }
        empty =
            templates.isEmpty
            ? EmptyState(text: context.text("replies.setting.no-template"), link: nil, linkLabel: nil) : nil
        adding = Adding(
            action: context.links.to(ReplyPaths.templates), formKey: keys.adding,
            title: FormField(
                name: Field.title, label: context.text("replies.setting.template-name"),
                value: sent.text(Field.title) ?? "", fault: faults[Field.title], isRequired: true),
            text: FormField(
                name: Field.text, label: context.text("replies.setting.template-text"),
                hint: context.text("replies.setting.template-hint"), value: sent.text(Field.text) ?? "",
                fault: faults[Field.text], isRequired: true, rows: 6))
        crumbs = [context.workCrumb]
    }

    /// The field that names the text block to take away.
    static let removedTemplate = "baustein-id"
}

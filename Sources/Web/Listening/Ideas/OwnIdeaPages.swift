// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form in which those who handed an idea in change what it says.
struct IdeaEditPage: Page {
    static let template = "Ideas/edit"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let conflict: Conflict?
    let action: String
    let formKey: String
    let version: String
    let title: FormField
    let text: FormField
    let preview: IdeaPreview
    let withdraw: String
    let crumbs: [Crumb]

    /// What somebody else has saved meanwhile, compared with what was typed here.
    struct Conflict: Sendable {
        let notice: Notice
        let title: DiffText
        let text: DiffText
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = IdeaEditPage(
        heading: "Idee 8 ändern", lead: "Frühere Fassungen bleiben sichtbar.", summary: .sample,
        conflict: Conflict(notice: .sample, title: .sample, text: .sample), action: "/ideen/8/bearbeiten",
        formKey: "1.2.3", version: "12", title: .sample, text: .sample, preview: .sample,
        withdraw: "/ideen/8/zuruecknahme",
        crumbs: [Crumb(label: "Idee 8", link: "/ideen/8")])
}

extension IdeaEditPage {
    /// - Parameters:
    ///   - theirs: what somebody else has saved meanwhile
    ///   - version: the one that was opened, where that is not the newest
    ///   - preview: the text as HTML, once somebody has asked for it
    init(
        _ form: IdeaForm, _ idea: OwnIdea, _ faults: FormFaults, theirs: OwnIdea? = nil,
        version: String? = nil, preview: String? = nil, formKey: String, in context: SiteContext
    ) {
        let number = context.notation.number(idea.number)
        self.init(
            heading: context.text("ideas.edit.heading", ["number": number]),
            lead: context.text(idea.standing.isInGrace ? "ideas.edit.grace" : "ideas.edit.visible"),
            summary: faults.summary, conflict: theirs.map { Conflict($0, form, in: context) },
            action: context.links.to(IdeaPaths.edit(idea.number)), formKey: formKey, version: version ?? idea.version,
            title: IdeaFields.title(form, faults, in: context), text: IdeaFields.text(form, faults, in: context),
            preview: IdeaPreview(preview, of: IdeaPaths.edit(idea.number), in: context),
            withdraw: context.links.to(IdeaPaths.withdraw(idea.number)), crumbs: context.crumbs(of: idea))
    }
}

extension IdeaEditPage.Conflict {
    fileprivate init(_ theirs: OwnIdea, _ mine: IdeaForm, in context: SiteContext) {
        notice = Notice(
            context.text("ideas.edit.conflict.text"), heading: context.text("ideas.edit.conflict.heading"),
            tone: .warning)
        title = DiffText(from: theirs.title, to: mine.title ?? "")
        text = DiffText(from: theirs.text, to: mine.text ?? "")
    }
}

/// Asks once more before an idea is taken back.
struct IdeaWithdrawalPage: Page {
    static let template = "Ideas/withdrawal"
    let heading: String
    let title: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let understood: TickField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = IdeaWithdrawalPage(
        heading: "Idee 8 zurücknehmen", title: "Mehr Bänke", summary: .sample, action: "/ideen/8/zuruecknahme",
        formKey: "1.2.3", understood: .sample, crumbs: [Crumb(label: "Idee 8", link: "/ideen/8")])
}

extension IdeaWithdrawalPage {
    init(_ idea: OwnIdea, _ faults: FormFaults, formKey: String, in context: SiteContext) {
        self.init(
            heading: context.text("ideas.withdrawal.heading", ["number": context.notation.number(idea.number)]),
            title: idea.title, summary: faults.summary, action: context.links.to(IdeaPaths.withdraw(idea.number)),
            formKey: formKey,
            understood: TickField(
                name: IdeaPaths.understood, label: context.text("ideas.withdrawal.understood"), isTicked: false,
                fault: faults[IdeaPaths.understood]),
            crumbs: context.crumbs(of: idea))
    }
}

extension SiteContext {
    fileprivate func crumbs(of idea: OwnIdea) -> [Crumb] {
        let number = text("ideas.number", ["number": notation.number(idea.number)])
        return [ideasCrumb, Crumb(label: number, link: links.to(IdeaPaths.idea(idea.number)))]
    }
}

/// What an idea said before, change by change, the latest first.
struct IdeaVersionsPage: Page {
    static let template = "Ideas/versions"
    let kicker: String
    let heading: String
    let changes: [Change]
    let crumbs: [Crumb]

    struct Change: Sendable {
        let heading: String
        let language: String?
        let title: DiffText
        let text: DiffText
    }

    var head: PageHead { PageHead(title: "\(kicker), \(heading)", crumbs: crumbs, isIndexed: false) }

    static let sample = IdeaVersionsPage(
        kicker: "Idee 8", heading: "Was geändert wurde",
        changes: [Change(heading: "Am 3. Dezember 2026", language: "de", title: .sample, text: .sample)],
        crumbs: [Crumb(label: "Ideen", link: "/ideen")])
}

extension IdeaVersionsPage {
    /// Nil where nothing was ever changed.
    init?(_ idea: Idea, _ earlier: [EarlierVersion], in context: SiteContext) {
        guard !earlier.isEmpty else { return nil }
        let later =
            earlier.dropFirst().map { (title: $0.title, text: $0.text) } + [(title: idea.title, text: idea.summary)]
        kicker = context.text("ideas.number", ["number": context.notation.number(idea.number)])
        heading = context.text("ideas.versions.heading")
        changes = zip(earlier, later).reversed().map { before, after in
            Change(
                heading: context.text(
                    "ideas.versions.change", ["date": context.notation.date(before.replacedOn)]),
                language: context.original("").language,
                title: DiffText(from: before.title, to: after.title), text: DiffText(from: before.text, to: after.text))
        }
        crumbs = [
            context.ideasCrumb, Crumb(label: kicker, link: context.links.to(IdeaPaths.idea(idea.number))),
        ]
    }
}

/// What changed from one text to another. Template `Proposals/diff`.
struct DiffText: Sendable {
    let runs: [DiffRun]

    init(from old: String, to new: String) {
        runs = WordDiff.runs(from: old, to: new).map(DiffRun.init)
    }

    private init(runs: [DiffRun]) {
        self.runs = runs
    }

    static let sample = DiffText(runs: [.sample])
}

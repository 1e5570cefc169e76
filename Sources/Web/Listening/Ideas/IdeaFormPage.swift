// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form of a new idea.
struct IdeaFormPage: Page {
    static let template = "Ideas/form"
    /// The value of the button that puts a draft aside.
    static let keeping = "speichern"
    /// The value of the button that shows how the text will look.
    static let previewing = "vorschau"
    /// The value of the button that leads to the map.
    static let placing = "karte"
    let heading: String
    /// Until when, and how soon there is an answer.
    let lead: String
    let summary: ErrorSummary?
    /// What stands in the way of sending it.
    let notice: Notice?
    let action: String
    let formKey: String
    let fields: IdeaFields
    /// Nil while nothing can be sent; what was typed is shown all the same.
    let submit: String?
    /// For those who are signed in: puts it aside for another day.
    let keep: String?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, description: lead, crumbs: crumbs) }

    static let sample = IdeaFormPage(
        heading: "Idee einreichen", lead: "Bis 20. Dezember 2026.", summary: .sample, notice: .sample,
        action: "/ideen/neu", formKey: "1.2.3", fields: .sample, submit: "Idee einreichen",
        keep: "Entwurf speichern",
        crumbs: [Crumb(label: "Ideen", link: "/ideen")])
}

extension IdeaFormPage {
    init(
        _ fields: IdeaFields, summary: ErrorSummary?, notice: Notice?, canSubmit: Bool,
        _ standing: IdeaOpening.Standing, _ rule: ListeningRule, formKey: String, in context: SiteContext
    ) {
        let promise = context.text("ideas.form.promise", count: rule.replyDays)
        let end: String? =
            if case .open(let day?) = standing {
                context.text("ideas.form.until", ["date": context.notation.date(day)])
            } else {
                nil
            }
        let button = context.visitor.isSignedIn ? "ideas.form.submit" : "ideas.form.submit-guest"
        self.init(
            heading: context.text("ideas.form.heading"),
            lead: [promise, end].compactMap { $0 }.joined(separator: " "), summary: summary, notice: notice,
            action: context.links.to(IdeaPaths.new), formKey: formKey, fields: fields,
            submit: canSubmit ? context.text(button) : nil,
            keep: canSubmit && context.visitor.mayKeepIdeas.isAllowed ? context.text("ideas.form.keep") : nil,
            crumbs: [context.ideasCrumb])
    }
}

extension SiteContext {
    /// The step back to the list of ideas.
    var ideasCrumb: Crumb { Crumb(label: text("site.navigation.ideas"), link: links.to(IdeaPaths.list)) }
}

/// What stands at `/ideen/neu` while no ideas are taken in: since when or until when, and what became of the earlier
/// ones.
struct IdeasClosedPage: Page {
    static let template = "Ideas/closed"
    let heading: String
    let notice: Notice
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = IdeasClosedPage(
        heading: "Idee einreichen", notice: .sample, crumbs: [Crumb(label: "Ideen", link: "/ideen")])
}

extension IdeasClosedPage {
    init(_ standing: IdeaOpening.Standing, in context: SiteContext) {
        let (key, date): (String, PartialDate?) =
            switch standing {
            case .open: ("ideas.closed.no-office", nil)
            case .coming(let day): ("ideas.closed.coming", day)
            case .over(let day): ("ideas.closed.over", day)
            case .never: ("ideas.closed.never", nil)
            }
        heading = context.text("ideas.form.heading")
        notice = Notice(
            context.text("\(key).text", ["date": date.map { context.notation.date($0) } ?? ""]),
            heading: context.text("\(key).heading"), tone: .warning, link: context.links.to(IdeaPaths.list),
            linkLabel: context.text("ideas.closed.link"))
        crumbs = [context.ideasCrumb]
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Somebody objects to a decision, or reads what became of the objection.
struct ObjectionPage: Page {
    static let template = "Moderation/objection"
    let heading: String
    let lead: String
    /// The rule and the facts of the decision.
    let decision: [String]
    let summary: ErrorSummary?
    /// Nil when one cannot object any more.
    let form: Form?

    struct Form: Sendable {
        let action: String
        let formKey: String
        let token: String
        let text: FormField
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = ObjectionPage(
        heading: "Widerspruch", lead: "Ein anderer Mensch entscheidet.", decision: ["Regel: Keine Werbung"],
        summary: .sample,
        form: Form(action: "/widerspruch", formKey: "1.2.3", token: "abc", text: .sample))
}

extension ObjectionPage {
    init(
        _ objection: Objection, _ standing: Objection.Standing, _ token: Secret, _ typed: String?,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        heading = context.text("moderation.objection.heading")
        lead = context.text("moderation.objection.lead-\(standing.word)")
        decision = objection.lines(in: context)
        summary = faults.summary
        form =
            standing == .possible
            ? Form(
                action: context.links.to(ModerationPaths.objection), formKey: formKey, token: token.text,
                text: FormField(
                    name: FileObjection.field, label: context.text("moderation.objection.text"),
                    hint: context.text("moderation.objection.text-hint", count: Objection.longestText),
                    value: typed ?? "", fault: faults[FileObjection.field], isRequired: true, rows: 6)) : nil
    }
}

extension Objection.Standing {
    fileprivate var word: String {
        switch self {
        case .possible: "possible"
        case .made: "made"
        case .answered: "answered"
        case .tooLate: "late"
        }
    }
}

extension Objection {
    /// What was decided, by which rule, and why.
    fileprivate func lines(in context: SiteContext) -> [String] {
        [
            context.text("moderation.objection.verdict.\(verdict.rawValue)"),
            rule.map {
                context.text("moderation.letters.rule", ["rule": context.text("moderation.rules.\($0.rawValue)")])
            }, reason.map { context.text("moderation.letters.reason", ["reason": $0]) },
        ].compactMap { $0 }
    }
}

/// The objection has been made.
struct ObjectionThanksPage: Page {
    static let template = "Moderation/objected"
    let heading: String
    let years: String

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = ObjectionThanksPage(heading: "Ihr Widerspruch ist da", years: "/moderation")
}

extension ObjectionThanksPage {
    init(in context: SiteContext) {
        heading = context.text("moderation.objection.thanks")
        years = context.links.to(ModerationPaths.years)
    }
}

/// Another moderator decides about an objection.
struct ObjectionDecisionPage: Page {
    static let template = "Moderation/objection-decision"
    let heading: String
    /// Where it stands, when it can be read.
    let link: String?
    let decision: [String]
    let objection: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let id: String
    let rule: ChoiceField?
    let reason: FormField
    let opposite: Opposite
    let crumbs: [Crumb]

    struct Opposite: Sendable {
        let verdict: String
        let label: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ObjectionDecisionPage(
        heading: "Widerspruch gegen: ausgeblendet", link: "/kommentare/1", decision: ["Regel: Keine Werbung"],
        objection: "Das war keine Werbung.", summary: .sample, action: "/arbeit/moderation/widerspruch",
        formKey: "1.2.3", id: "abc", rule: .sample, reason: .sample,
        opposite: Opposite(verdict: "restored", label: "Wieder zeigen"),
        crumbs: [Crumb(label: "Moderation", link: "/arbeit/moderation")])
}

extension ObjectionDecisionPage {
    init(
        _ objection: Objection, _ matter: MatterSummary?, _ form: ModerationForm, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        self.init(
            heading: context.text("moderation.objection.against.\(objection.verdict.rawValue)"),
            link: matter.flatMap(ModerationPaths.path).map { context.links.to($0) },
            decision: objection.lines(in: context), objection: objection.text ?? "", summary: faults.summary,
            action: context.links.to(ModerationPaths.objectionDecision), formKey: formKey, id: objection.id,
            rule: objection.opposite == .hidden ? ModerationFields.rule(form, faults, in: context) : nil,
            reason: ModerationFields.reason(form, faults, in: context),
            opposite: Opposite(
                verdict: objection.opposite.rawValue,
                label: context.text("moderation.objection.opposite.\(objection.opposite.rawValue)")),
            crumbs: context.moderationCrumbs)
    }
}

extension SiteContext {
    var moderationCrumbs: [Crumb] {
        [workCrumb, Crumb(label: text("moderation.inbox.heading"), link: links.to(ModerationPaths.inbox))]
    }
}

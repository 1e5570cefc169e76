// SPDX-License-Identifier: EUPL-1.2

import Participation

extension DraftPage.Form {
    init(
        _ reading: DraftPage.Reading, _ typed: DraftPage.Typed, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let values = typed.texts ?? reading.texts.texts
        action = context.links.to(ProposalPaths.draft(reading.draft.id))
        self.formKey = formKey
        revision = String(typed.revision ?? reading.draft.revision)
        choices = [(ProposalPart.field, reading.fields), (.goal, reading.goals)].map { part, known in
            ChoiceField(
                name: part.rawValue, label: context.text("proposals.parts.\(part.rawValue)"),
                chosen: values[part.rawValue], empty: context.text("proposals.draft.no-choice"),
                options: known.map { ($0.key, $0.title) }, fault: faults[part.rawValue])
        }
        let written = ProposalPart.allCases.filter { $0 != .field && $0 != .goal }.map { part in
            DraftPage.Part(part, values, typed.conflict, faults, in: context)
        }
        let answers = reading.criteria.enumerated().map { index, criterion in
            DraftPage.Part(criterion, isFirst: index == 0, values, typed.conflict, faults, in: context)
        }
        parts = written + answers
    }
}

extension DraftPage.Part {
    fileprivate init(
        _ part: ProposalPart, _ values: [String: String], _ conflict: DraftConflict?, _ faults: FormFaults,
        in context: SiteContext
    ) {
        let hint = "proposals.hints.\(part.rawValue)"
        heading = part == .text ? context.text("proposals.draft.text-heading") : nil
        field = FormField(
            name: part.rawValue, label: context.text("proposals.parts.\(part.rawValue)"),
            hint: context.texts.has(hint) ? context.text(hint) : nil, value: values[part.rawValue] ?? "",
            fault: faults[part.rawValue], isRequired: part == .title,
            rows: part.isLine ? nil : part == .text ? 18 : 4, type: part == .cost ? "number" : "text",
            completion: "off")
        theirs = DraftPage.Theirs(part.rawValue, conflict, label: field.label)
    }

    fileprivate init(
        _ criterion: SelectionCriterion, isFirst: Bool, _ values: [String: String], _ conflict: DraftConflict?,
        _ faults: FormFaults, in context: SiteContext
    ) {
        heading = isFirst ? context.text("proposals.draft.criteria-heading") : nil
        field = FormField(
            name: criterion.part, label: criterion.text, value: values[criterion.part] ?? "",
            fault: faults[criterion.part], rows: 3)
        theirs = DraftPage.Theirs(criterion.part, conflict, label: criterion.text)
    }
}

extension DraftPage.Theirs {
    /// Nil for a part that nobody else has changed.
    fileprivate init?(_ part: String, _ conflict: DraftConflict?, label: String) {
        guard let found = conflict?.merge.conflicts.first(where: { $0.part == part }) else { return nil }
        id = "\(part)-inzwischen"
        self.label = label
        text = found.theirs
        runs = WordDiff.runs(from: found.theirs, to: found.mine).map(DiffRun.init)
    }
}

extension Badge {
    init(draft state: ProposalDraft.State, in context: SiteContext) {
        let word = context.text("proposals.draft.states.\(state.rawValue)")
        switch state {
        case .draft: self.init(word, tone: .quiet, shape: .ring)
        case .submitted: self.init(word, tone: .deciding, shape: .diamond)
        case .published: self.init(word, tone: .good, shape: .tick)
        }
    }
}

extension ProposalDraft {
    func name(in context: SiteContext) -> String {
        title.isEmpty ? context.text("proposals.draft.untitled") : title
    }
}

extension Section {
    /// The drafts of a forum.
    init(drafts: [ProposalDraft], in context: SiteContext) {
        self.init(
            context.text("proposals.draft.list"), anchor: "entwuerfe",
            rows: drafts.map { draft in
                ListRow(
                    title: draft.name(in: context), link: context.links.to(ProposalPaths.draft(draft.id)),
                    facts: [
                        context.text("forums.number", ["number": context.notation.number(draft.forumNumber)]),
                        context.text(
                            "proposals.draft.saved",
                            ["name": draft.savedBy ?? "–", "moment": context.moment(draft.savedAt)]),
                    ], badge: Badge(draft: draft.state, in: context))
            }, note: drafts.isEmpty ? context.text("proposals.draft.none") : nil)
    }

    fileprivate init(ideasIn ideas: [DeskIdea], forum: Int64, in context: SiteContext) {
        self.init(
            context.text("proposals.draft.ideas"), anchor: "ideen",
            rows: ideas.map { idea in
                ListRow(
                    title: idea.title, link: context.links.to(ForumPaths.idea(idea.number, inForum: forum)),
                    facts: [context.text("ideas.number", ["number": context.notation.number(idea.number)])])
            }, note: ideas.isEmpty ? context.text("proposals.draft.no-ideas") : nil)
    }

    /// The ideas that a draft takes up.
    init(ideasOf reading: DraftPage.Reading, in context: SiteContext) {
        self.init(ideasIn: reading.ideas, forum: reading.draft.forumNumber, in: context)
    }
}

/// All drafts of the forums in which somebody works.
struct DraftListPage: Page {
    static let template = "Proposals/drafts"
    let heading: String
    let drafts: Section
    /// Nil for whoever does not set the criteria.
    let criteria: String?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = DraftListPage(
        heading: "Vorschläge", drafts: .sample, criteria: "/arbeit/vorschlaege/kriterien",
        crumbs: [Crumb(label: "Arbeit", link: "/arbeit")])

    init(heading: String, drafts: Section, criteria: String?, crumbs: [Crumb]) {
        self.heading = heading
        self.drafts = drafts
        self.criteria = criteria
        self.crumbs = crumbs
    }

    init(_ drafts: [ProposalDraft], in context: SiteContext) throws {
        let maySet = context.visitor.maySetCriteria(in: try context.programme.id).isAllowed
        self.init(
            heading: context.text("proposals.draft.heading"), drafts: Section(drafts: drafts, in: context),
            criteria: maySet ? context.links.to(ProposalPaths.criteria) : nil, crumbs: [context.workCrumb])
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A draft: its parts in one form, the ideas in it, the notes about it, and what comes next.
struct DraftPage: Page {
    static let template = "Proposals/draft"
    static let revisionField = "fassung"
    static let automaticField = "automatisch"
    static let actField = "tun"
    let heading: String
    let state: Badge
    let saved: String
    let summary: ErrorSummary?
    let outdated: Notice?
    /// Nil for whoever may only read.
    let form: Form?
    let refusal: Notice?
    let reading: [Section]
    let ideas: Section
    let notes: NotePart
    let acts: [ActForm]
    let published: String?
    let crumbs: [Crumb]

    enum Act: String, Sendable {
        case handOver = "einreichen"
        case giveBack = "zurueck"
        case publish = "veroeffentlichen"
    }

    struct Form: Sendable {
        let action: String
        let formKey: String
        let revision: String
        let choices: [ChoiceField]
        let parts: [Part]
    }

    /// One part of the proposal, with what somebody else wrote meanwhile.
    struct Part: Sendable {
        /// Stands before the first of several parts that belong together.
        let heading: String?
        let field: FormField
        let theirs: Theirs?
    }

    struct Theirs: Sendable {
        let id: String
        let label: String
        let text: String
        let runs: [DiffRun]
    }

    struct ActForm: Sendable {
        let action: String
        let formKey: String
        let act: String
        let label: String
        let hint: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = DraftPage(
        heading: "Landbus", state: .sample, saved: "Gespeichert von Luca", summary: .sample, outdated: .sample,
        form: Form(
            action: "/arbeit/vorschlaege/a1", formKey: "1.2.3", revision: "3", choices: [.sample],
            parts: [
                Part(
                    heading: "Kriterien", field: .sample,
                    theirs: Theirs(id: "aim-anders", label: "Ziel", text: "Anders.", runs: [.sample]))
            ]), refusal: .sample, reading: [.sample], ideas: .sample, notes: .sample,
        acts: [
            ActForm(
                action: "/arbeit/vorschlaege/a1/stand", formKey: "1.2.3", act: "einreichen", label: "Einreichen",
                hint: "Danach liegt er beim Programmbüro.")
        ], published: "/vorschlaege/3", crumbs: [Crumb(label: "Vorschläge", link: "/arbeit/vorschlaege")])
}

extension DraftPage {
    struct Keys: Sendable {
        let form: String
        let note: String
        let stand: String

        init(_ site: Site, in context: SiteContext) {
            form = site.formKey("draft", in: context)
            note = site.formKey("note", in: context)
            stand = site.formKey("draft-stand", in: context)
        }
    }

    struct Reading: Sendable {
        let draft: ProposalDraft
        let texts: ProposalTexts
        let criteria: [SelectionCriterion]
        let goals: [MatterChoice]
        let fields: [MatterChoice]
        let ideas: [DeskIdea]
        let notes: [WorkNote]
    }

    /// What comes back with a page: what was typed, and what stands against it.
    struct Typed: Sendable {
        var texts: [String: String]?
        var revision: Int64?
        var note: String?
        var conflict: DraftConflict?

        init(texts: [String: String]? = nil, revision: Int64? = nil, note: String? = nil) {
            self.texts = texts
            self.revision = revision
            self.note = note
        }

        init(_ conflict: DraftConflict) {
            texts = conflict.merge.merged.texts
            revision = conflict.revision
            self.conflict = conflict
        }
    }

    init(
        _ reading: Reading, _ typed: Typed, _ faults: FormFaults, _ keys: Keys, in context: SiteContext
    ) throws {
        let draft = reading.draft
        let programme = try context.programme.id
        let permission = context.visitor.may(.write, draft, of: programme)
        heading = draft.name(in: context)
        state = Badge(draft: draft.state, in: context)
        saved = context.text(
            "proposals.draft.saved", ["name": draft.savedBy ?? "–", "moment": context.moment(draft.savedAt)])
        summary = faults.summary
        outdated = typed.conflict.map { conflict in
            Notice(
                context.text("proposals.draft.outdated", ["name": conflict.by ?? "–"]),
                heading: context.text("proposals.draft.outdated-heading"), tone: .warning)
        }
        form = permission.isAllowed ? Form(reading, typed, faults, formKey: keys.form, in: context) : nil
        refusal = Self.refusal(permission, in: context)
        self.reading = permission.isAllowed ? [] : Self.sections(reading, in: context)
        ideas = Section(ideasOf: reading, in: context)
        notes = NotePart(
            reading.notes, typed: typed.note, action: context.links.to(ProposalPaths.note(draft.id)),
            formKey: keys.note, faults, in: context)
        acts = Self.acts(draft, of: programme, formKey: keys.stand, in: context)
        published = draft.proposal.map { context.links.to(ProposalPaths.show($0)) }
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("proposals.draft.heading"), link: context.links.to(ProposalPaths.work)),
        ]
    }

    private static func refusal(_ permission: Permission, in context: SiteContext) -> Notice? {
        guard case .refused(let reason) = permission else { return nil }
        return Notice(context.text(reason))
    }

    private static func acts(
        _ draft: ProposalDraft, of programme: String, formKey: String, in context: SiteContext
    ) -> [ActForm] {
        let visitor = context.visitor
        let possible: [(Act, ForumAct, ProposalDraft.State)] = [
            (.handOver, .write, .draft), (.publish, .publish, .submitted), (.giveBack, .publish, .submitted),
        ]
        return possible.filter { draft.state == $0.2 && visitor.may($0.1, draft, of: programme).isAllowed }.map {
            ActForm(
                action: context.links.to(ProposalPaths.stand(draft.id)), formKey: formKey, act: $0.0.rawValue,
                label: context.text("proposals.draft.acts.\($0.0.rawValue)"),
                hint: context.text("proposals.draft.act-hints.\($0.0.rawValue)"))
        }
    }

    /// The draft for those who only read it.
    private static func sections(_ reading: Reading, in context: SiteContext) -> [Section] {
        let parts = ProposalPart.allCases.filter { $0 != .title }.compactMap { part -> Section? in
            guard let text = reading.texts[part] else { return nil }
            return Section(
                context.text("proposals.parts.\(part.rawValue)"),
                paragraphs: text.split(separator: "\n").map { context.original(String($0)) })
        }
        let answers = reading.criteria.compactMap { criterion -> Section? in
            guard let text = reading.texts[criterion.part] else { return nil }
            return Section(criterion.text, paragraphs: [context.original(text)])
        }
        return parts + answers
    }
}

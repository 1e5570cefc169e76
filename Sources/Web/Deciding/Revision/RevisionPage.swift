// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A new version in the making: each paragraph with the points that speak of it beside it.
struct RevisionPage: Page {
    static let template = "Revision/show"
    let kicker: String
    let heading: String
    let summary: ErrorSummary?
    let notices: [Notice]
    let action: String
    let formKey: String
    let revision: String
    /// Without it a draft can only be saved; the notices say why.
    let canBePublished: Bool
    let paragraphs: [ParagraphFields]
    let addition: ParagraphFields
    let general: PointNotes?
    let completion: Completion
    let crumbs: [Crumb]

    struct ParagraphFields: Sendable {
        let anchor: String
        let heading: String
        let text: FormField
        let causes: TickGroup?
        let editorial: TickField
        let points: [PointNote]
    }

    /// Points that speak of the whole proposal.
    struct PointNotes: Sendable {
        let points: [PointNote]
    }

    struct PointNote: Sendable {
        let label: String
        let link: String
        let text: String
        let answer: String?
        let wording: String?
    }

    struct Completion: Sendable {
        let action: String
        let formKey: String
        let cost: FormField
        let goal: ChoiceField
        let field: ChoiceField
        let indicators: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample: RevisionPage = {
        let note = PointNote(
            label: "12.3 Jugendrat", link: "/arbeit/beteiligungen/1/punkte/12.3", text: "Mehr Busse.", answer: "Ja.",
            wording: "Täglich.")
        let fields = ParagraphFields(
            anchor: "a1", heading: "Absatz 1", text: .sample, causes: .sample, editorial: .sample, points: [note])
        return RevisionPage(
            kicker: "Vorschlag 12", heading: "Neue Fassung", summary: .sample, notices: [.sample],
            action: "/arbeit/fassungen/12", formKey: "1.2.3", revision: "1", canBePublished: true, paragraphs: [fields],
            addition: fields,
            general: PointNotes(points: [note]),
            completion: Completion(
                action: "/arbeit/fassungen/12/angaben", formKey: "1.2.3", cost: .sample, goal: .sample,
                field: .sample, indicators: .sample),
            crumbs: [Crumb(label: "Fassungen", link: "/arbeit/fassungen")])
    }()
}

extension RevisionPage {
    init(
        _ file: RevisionFile, _ form: RevisionForm, _ completion: CompletionForm, _ faults: FormFaults,
        isConflict: Bool, keys: (revision: String, completion: String), in context: SiteContext
    ) {
        let draft = file.draft
        let fields = RevisionFields(file: file, form: form, faults: faults, context: context)
        kicker = context.text("proposals.number", ["number": context.notation.number(draft.proposal.number)])
        heading = context.text("revision.heading", ["title": draft.proposal.title])
        summary = faults.summary
        notices = [
            isConflict ? Notice(context.text("revision.conflict"), tone: .warning) : nil, fields.waiting,
        ].compactMap { $0 }
        action = context.links.to(RevisionPaths.revision(draft.proposal.number))
        formKey = keys.revision
        revision = String(form.revision)
        canBePublished = fields.waiting == nil
        paragraphs = draft.paragraphs.map { fields.paragraph($0) }
        addition = fields.addition
        let others = draft.points.filter { point in !draft.paragraphs.contains { $0.lineage == point.lineage } }
        general = others.isEmpty ? nil : PointNotes(points: others.map { PointNote($0, in: context) })
        self.completion = fields.completion(completion, formKey: keys.completion)
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("revision.desk.heading"), link: context.links.to(RevisionPaths.desk)),
        ]
    }
}

extension RevisionPage.PointNote {
    init(_ point: RevisionDraft.Cause, in context: SiteContext) {
        label = "\(point.place.text) \(point.sender)"
        link = context.links.to(SynopsisPaths.point(point.consultation, point.place.text))
        text = point.text.shortened(to: 400)
        answer = point.assessment?.shortened(to: 400)
        wording = point.changeNew
    }
}

/// Builds the fields from what was typed.
private struct RevisionFields {
    let file: RevisionFile
    let form: RevisionForm
    let faults: FormFaults
    let context: SiteContext

    /// Why the version cannot be published now.
    var waiting: Notice? {
        let proposal = file.draft.proposal
        if let number = proposal.openConsultation {
            return Notice(
                context.text("revision.waits", ["number": context.notation.number(number)]),
                link: context.links.to(ConsultationPaths.atWork(number)),
                linkLabel: context.text("revision.to-consultation"))
        }
        return proposal.isInPaper ? Notice(context.text("forms.refusals.version-is-fixed-in-paper")) : nil
    }

    func paragraph(_ paragraph: RevisionDraft.Paragraph) -> RevisionPage.ParagraphFields {
        let own = file.draft.points.filter { $0.lineage == paragraph.lineage }
        let heading =
            paragraph.label.isEmpty
            ? context.text("revision.new-paragraph") : context.text("proposals.paragraph", ["label": paragraph.label])
        return fields(
            paragraph.lineage, heading, form.paragraphs[paragraph.lineage] ?? RevisionForm.Paragraph(), first: own,
            rows: 6)
    }

    var addition: RevisionPage.ParagraphFields {
        fields(
            RevisionForm.Field.addition, context.text("revision.addition"), form.addition, first: [], rows: 3)
    }

    private func fields(
        _ lineage: String, _ heading: String, _ typed: RevisionForm.Paragraph, first: [RevisionDraft.Cause], rows: Int
    ) -> RevisionPage.ParagraphFields {
        let others = file.draft.points.filter { point in !first.contains(point) }
        let (text, causes) = (RevisionForm.Field.text(lineage), RevisionForm.Field.causes(lineage))
        let ticks = TickGroup(
            name: causes, legend: context.text("revision.causes"), ticked: typed.causes,
            options: (first + others).map { ($0.place.text, "\($0.place.text) \($0.sender)") }, fault: faults[causes])
        return RevisionPage.ParagraphFields(
            anchor: lineage, heading: heading,
            text: FormField(
                name: text, label: context.text("revision.text"), value: typed.text ?? "", fault: faults[text],
                rows: rows),
            causes: file.draft.points.isEmpty ? nil : ticks,
            editorial: TickField(
                name: RevisionForm.Field.editorial(lineage), label: context.text("revision.editorial"),
                isTicked: typed.isEditorial, fault: file.draft.points.isEmpty ? faults[causes] : nil),
            points: first.map { RevisionPage.PointNote($0, in: context) })
    }

    func completion(_ typed: CompletionForm, formKey: String) -> RevisionPage.Completion {
        let choice = { (name: String, key: String, chosen: String?, options: [MatterChoice]) in
            ChoiceField(
                name: name, label: context.text("revision.completion.\(key)"), chosen: chosen,
                empty: context.text("design.unknown"), options: options.map { ($0.key, $0.title) }, fault: faults[name])
        }
        return RevisionPage.Completion(
            action: context.links.to(RevisionPaths.completion(file.draft.proposal.number)), formKey: formKey,
            cost: FormField(
                name: CompletionForm.Field.cost, label: context.text("revision.completion.cost"),
                hint: context.text("revision.completion.cost-hint"), value: typed.cost ?? "",
                fault: faults[CompletionForm.Field.cost]),
            goal: choice(CompletionForm.Field.goal, "goal", typed.goal, file.goals),
            field: choice(CompletionForm.Field.field, "field", typed.field, file.fields),
            indicators: FormField(
                name: CompletionForm.Field.indicators, label: context.text("revision.completion.indicators"),
                hint: context.text("revision.completion.indicators-hint"), value: typed.indicators ?? "",
                fault: faults[CompletionForm.Field.indicators], rows: 3))
    }
}

/// The proposals that can be revised, and what does not fit together between points and versions.
struct RevisionDeskPage: Page {
    static let template = "Revision/desk"
    let heading: String
    let faults: Section
    let proposals: Section
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RevisionDeskPage(
        heading: "Fassungen", faults: .sample, proposals: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension RevisionDeskPage {
    init(faults: [RevisionFault], proposals: [Gate.Candidate], in context: SiteContext) {
        heading = context.text("revision.desk.heading")
        self.faults = Section(
            context.text("revision.desk.faults"), anchor: "unstimmigkeiten",
            bullets: faults.map { Section.Bullet($0, in: context) },
            note: faults.isEmpty ? context.text("revision.desk.no-faults") : nil)
        self.proposals = Section(
            context.text("revision.desk.proposals"), anchor: "vorschlaege",
            bullets: proposals.map { proposal in
                let version = proposal.version.map { context.text("proposals.version", ["number": String($0)]) }
                return Section.Bullet(
                    "\(context.notation.number(proposal.number)) · \(proposal.title)",
                    link: context.links.to(RevisionPaths.revision(proposal.number)), details: version,
                    badge: context.badge(state: proposal.state.rawValue))
            }, note: proposals.isEmpty ? context.text("papers.gate.empty") : nil)
        crumbs = [context.workCrumb]
    }
}

extension Section.Bullet {
    fileprivate init(_ fault: RevisionFault, in context: SiteContext) {
        let title = "\(context.notation.number(fault.proposal)) · \(fault.title)"
        switch fault.kind {
        case .pointWithoutChange(let place, let consultation):
            self.init(
                context.text("revision.fault.point", ["number": place.text]),
                link: context.links.to(SynopsisPaths.point(consultation, place.text)), details: title)
        case .changeWithoutCause(let version, let paragraph):
            self.init(
                context.text(
                    "revision.fault.change",
                    ["label": paragraph, "version": context.notation.number(version)]),
                link: context.links.to("/vorschlaege/\(fault.proposal)/fassungen/\(version)"), details: title)
        }
    }
}

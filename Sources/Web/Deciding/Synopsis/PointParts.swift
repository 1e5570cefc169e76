// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Builds the parts of a point's page: what the visitor may do with it decides which of them are there.
struct PointParts {
    let desk: PointDesk
    let sent: Query
    let faults: FormFaults
    let formKey: String
    let context: SiteContext

    private var point: SynopsisPoint { desk.file.point }
    private var rules: ConsultationRules { desk.rules }
    private var place: String { point.place.text }

    var mayRun: Bool { context.visitor.mayRun(rules).isAllowed }

    /// Whether the answer is not final yet.
    var isOpen: Bool {
        [.open, .closed, .evaluated].contains(rules.state) && ![.released, .published].contains(point.state)
    }

    var mayAssess: Bool {
        isOpen && point.answeredWith == nil
            && context.visitor.mayAssess(pointOf: point.office?.ministryID, in: rules).isAllowed
    }

    var notices: [Notice] {
        var notices: [Notice] = []
        if faults.isOutdated {
            notices.append(
                Notice(
                    context.text("synopsis.point.conflict"), heading: context.text("synopsis.point.conflict-heading"),
                    tone: .warning))
        }
        if let lead = point.answeredWith {
            notices.append(
                Notice(
                    context.text("synopsis.notes.answered-with", ["number": lead.text]),
                    link: context.links.to(SynopsisPaths.point(rules.number, lead.text)),
                    linkLabel: context.text("synopsis.point.heading", ["number": lead.text])))
        }
        if !desk.file.alike.isEmpty {
            let numbers = desk.file.alike.map(\.text).joined(separator: ", ")
            notices.append(Notice(context.text("synopsis.point.alike", ["numbers": numbers])))
        }
        if [.released, .published].contains(point.state) {
            notices.append(Notice(context.text("forms.refusals.point-is-released"), tone: .good))
        } else if !mayAssess, point.answeredWith == nil,
            case .refused(let refusal) = context.visitor.mayAssess(pointOf: point.office?.ministryID, in: rules)
        {
            notices.append(Notice(context.text(refusal)))
        }
        return notices
    }

    func facts(today: PartialDate) -> Facts {
        let row = SynopsisDeskPage.Row(point, in: rules.number, isTicked: false, today: today, context)
        let reference = point.reference.map { reference in
            Facts.Entry(
                context.text("synopsis.columns.reference"), row.reference,
                link: reference.version.map {
                    context.links.to("/vorschlaege/\(reference.number)/fassungen/\($0)")
                })
        }
        let entries = [
            Facts.Entry(context.text("synopsis.columns.sender"), row.sender),
            Facts.Entry(context.text("synopsis.columns.received"), row.received.isEmpty ? "–" : row.received),
            reference, Facts.Entry(context.text("synopsis.columns.kind"), row.kind),
            Facts.Entry(
                context.text("synopsis.columns.office"),
                [row.office, row.due].compactMap { $0 }.joined(separator: ", ")),
            row.notes.isEmpty
                ? nil
                : Facts.Entry(context.text("synopsis.columns.notes"), row.notes.joined(separator: "; ")),
        ]
        return Facts(entries: entries.compactMap { $0 })
    }

    /// The answer as it is kept, in one text.
    var savedAnswer: String {
        let outcome = point.outcome.map { context.word(state: $0.rawValue) }
        return [outcome, point.assessment, point.changeNew].compactMap { $0 }.joined(separator: " – ")
    }

    var answer: PointPage.Answer? {
        guard let outcome = point.outcome, let text = point.assessment else { return nil }
        let change = [point.changeOld, point.changeNew].compactMap { $0 }
        return PointPage.Answer(
            outcome: context.badge(state: outcome.rawValue), text: text,
            change: change.isEmpty ? nil : change.joined(separator: " → "))
    }

    /// What has changed in the text because of the point.
    var changes: Section? {
        guard !desk.file.changes.isEmpty else { return nil }
        return Section(
            context.text("revision.changes"), anchor: "aenderungen",
            bullets: desk.file.changes.map { change in
                Section.Bullet(
                    context.text(
                        "revision.change",
                        [
                            "number": context.notation.number(change.proposal),
                            "version": context.notation.number(change.version),
                        ]),
                    link: context.links.to("/vorschlaege/\(change.proposal)/fassungen/\(change.version)")
                        + "#vergleich")
            })
    }

    func assessment(_ form: AssessmentForm) -> PointPage.Assessment {
        PointPage.Assessment(
            action: context.links.to(SynopsisPaths.point(rules.number, place)), formKey: formKey,
            revision: form.revision ?? "",
            outcome: ChoiceField(
                name: AssessmentForm.Field.outcome, label: context.text("synopsis.columns.outcome"),
                chosen: form.outcome, prompt: context.text("synopsis.point.no-outcome"),
                options: PointOutcome.allCases.map { ($0.rawValue, context.word(state: $0.rawValue)) },
                fault: faults[AssessmentForm.Field.outcome]),
            assessment: area(AssessmentForm.Field.assessment, "assessment", form.assessment, rows: 8, isRequired: true),
            changeOld: area(AssessmentForm.Field.changeOld, "change-old", form.changeOld, rows: 3),
            changeNew: area(AssessmentForm.Field.changeNew, "change-new", form.changeNew, rows: 3),
            ministries: TickGroup(
                name: AssessmentForm.Field.ministries, legend: context.text("synopsis.point.ministries"),
                hint: context.text("synopsis.point.ministries-hint"), ticked: form.ministries,
                options: desk.choices.ministries.map { ($0.key, "\($0.key) · \($0.name)") },
                fault: faults[AssessmentForm.Field.ministries]))
    }

    private func area(
        _ name: String, _ key: String, _ value: String?, rows: Int, isRequired: Bool = false
    ) -> FormField {
        FormField(
            name: name, label: context.text("synopsis.point.\(key)"), value: value ?? "", fault: faults[name],
            isRequired: isRequired, rows: rows)
    }

    func signature(_ signature: PointFile.Signature) -> PointPage.SignatureView {
        let key = signature.ministry.key
        let maySign =
            isOpen && [.assessed, .agreed].contains(point.state)
            && context.visitor.maySign(for: signature.ministry.id, in: rules.programme).isAllowed
        let mayReply = isOpen && mayRun && signature.state == .refused && signature.reply == nil
        let isMeant = sent.text(SignPoint.Field.ministry) == key
        return PointPage.SignatureView(
            ministry: signature.ministry.name, badge: context.badge(state: signature.state.rawValue),
            note: signature.note, reply: signature.reply,
            form: maySign ? signForm(key, isMeant: isMeant) : nil,
            replyForm: mayReply
                ? PointPage.ReplyForm(
                    action: context.links.to(SynopsisPaths.reply(rules.number, place)), formKey: formKey,
                    revision: desk.file.revision, ministry: key,
                    reply: FormField(
                        name: SignPoint.Field.reply, label: context.text("synopsis.point.reply"),
                        value: isMeant ? sent.text(SignPoint.Field.reply) ?? "" : "",
                        fault: isMeant ? faults[SignPoint.Field.reply] : nil, isRequired: true, rows: 3))
                : nil)
    }

    private func signForm(_ ministry: String, isMeant: Bool) -> PointPage.SignForm {
        PointPage.SignForm(
            action: context.links.to(SynopsisPaths.signature(rules.number, place)), formKey: formKey,
            revision: desk.file.revision, ministry: ministry,
            answer: ChoiceField(
                name: SignPoint.Field.answer, label: context.text("synopsis.point.answer"),
                chosen: isMeant ? sent.text(SignPoint.Field.answer) : nil,
                options: SignPoint.answers.map { ($0.rawValue, context.text("synopsis.signature.\($0)")) },
                fault: isMeant ? faults[SignPoint.Field.answer] : nil),
            note: FormField(
                name: SignPoint.Field.note, label: context.text("synopsis.point.note"),
                hint: context.text("synopsis.point.note-hint"),
                value: isMeant ? sent.text(SignPoint.Field.note) ?? "" : "",
                fault: isMeant ? faults[SignPoint.Field.note] : nil, rows: 3))
    }

    var split: PointPage.Split? {
        guard mayRun, isOpen, [.received, .assigned].contains(point.state), rules.state != .open,
            point.answeredWith == nil
        else { return nil }
        return PointPage.Split(
            action: context.links.to(SynopsisPaths.split(rules.number, place)), formKey: formKey,
            revision: desk.file.revision,
            parts: FormField(
                name: SplitPoint.Field.parts, label: context.text("synopsis.point.parts"),
                hint: context.text("synopsis.point.parts-hint"), value: sent.text(SplitPoint.Field.parts) ?? point.text,
                fault: faults[SplitPoint.Field.parts], isRequired: true, rows: 6))
    }
}

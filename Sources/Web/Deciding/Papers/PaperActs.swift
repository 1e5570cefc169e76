// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the visitor can do with a paper as it stands: each act has its form.
struct PaperActs {
    let file: PaperFile
    let sent: Query
    let faults: FormFaults
    let today: PartialDate
    let formKey: String
    let context: SiteContext

    private var paper: PaperAtWork { file.paper }

    var all: [PaperAct] {
        (signing + [beginSigning, submit, recompose, agenda, station, confirm, publish, withdraw]).compactMap { $0 }
    }

    private var mayWrite: Bool { context.visitor.mayWrite(paper.standing).isAllowed }
    private var mayRun: Bool { context.visitor.mayRunSittings(in: paper.programme).isAllowed }

    private func act(
        _ step: PaperStep, heading: String? = nil, hint: String? = nil, ministry: String? = nil,
        choices: [ChoiceField] = [], ticks: [TickGroup] = [], fields: [FormField] = [], isPossible: Bool = true,
        isQuiet: Bool = false
    ) -> PaperAct {
        PaperAct(
            step: step.rawValue, heading: heading ?? context.text("papers.step.\(step.rawValue).heading"),
            hint: hint ?? context.text("papers.step.\(step.rawValue).hint"),
            action: context.links.to(PaperPaths.paper(paper.number)), formKey: formKey, revision: paper.revision,
            ministry: ministry, choices: choices, ticks: ticks, fields: fields,
            submit: isPossible ? context.text("papers.step.\(step.rawValue).submit") : nil, isQuiet: isQuiet)
    }

    /// What was typed into the form of a step that came back.
    private func typed(_ step: PaperStep, _ name: String, ministry: String? = nil) -> String? {
        let isMeant =
            sent.text(PaperStep.field) == step.rawValue
            && (ministry == nil || sent.text(SignPoint.Field.ministry) == ministry)
        return isMeant ? sent.text(name) : nil
    }

    private func fault(_ step: PaperStep, _ name: String, ministry: String? = nil) -> String? {
        let isMeant =
            sent.text(PaperStep.field) == step.rawValue
            && (ministry == nil || sent.text(SignPoint.Field.ministry) == ministry)
        return isMeant ? faults[name] : nil
    }

    private func area(_ step: PaperStep, _ name: String, _ key: String, ministry: String? = nil) -> FormField {
        FormField(
            name: name, label: context.text("papers.field.\(key)"), value: typed(step, name, ministry: ministry) ?? "",
            fault: fault(step, name, ministry: ministry), rows: 3)
    }

    /// Signing for each ministry of the visitor, and answering refusals.
    private var signing: [PaperAct?] {
        guard paper.state == .coSigning else { return [] }
        return paper.signatures.flatMap { signature -> [PaperAct?] in
            let key = signature.ministry.key
            let maySign = context.visitor.maySign(paper.standing, for: signature.ministry.id).isAllowed
            let mayAnswer = mayWrite && signature.state == .refused && signature.reply == nil
            let options: [(value: String, label: String)] = SignPoint.answers.map {
                ($0.rawValue, context.text("papers.answer.\($0)"))
            }
            return [
                maySign
                    ? act(
                        .sign, heading: context.text("papers.step.zeichnen.for", ["ministry": signature.ministry.name]),
                        ministry: key,
                        choices: [
                            ChoiceField(
                                name: SignPoint.Field.answer, label: context.text("papers.field.answer"),
                                chosen: typed(.sign, SignPoint.Field.answer, ministry: key),
                                prompt: context.text("papers.field.choose"), options: options,
                                fault: fault(.sign, SignPoint.Field.answer, ministry: key))
                        ], fields: [area(.sign, SignPoint.Field.note, "note", ministry: key)]) : nil,
                mayAnswer
                    ? act(
                        .answer,
                        heading: context.text("papers.step.erwidern.to", ["ministry": signature.ministry.name]),
                        ministry: key, fields: [area(.answer, SignPoint.Field.reply, "reply", ministry: key)]) : nil,
            ]
        }
    }

    private var beginSigning: PaperAct? {
        guard mayWrite, paper.state == .draft else { return nil }
        let name = BeginSigning.Field.ministries
        return act(
            .beginSigning,
            ticks: [
                TickGroup(
                    name: name, legend: context.text("papers.field.ministries"),
                    ticked: sent.text(PaperStep.field) == PaperStep.beginSigning.rawValue
                        ? sent.texts(name) : paper.signatures.map(\.ministry.key),
                    options: file.choices.ministries.filter { $0.id != paper.ministry?.id }.map {
                        ($0.key, "\($0.key) · \($0.name)")
                    }, fault: fault(.beginSigning, name))
            ],
            fields: [
                FormField(
                    name: BeginSigning.Field.until, label: context.text("papers.field.until"),
                    value: typed(.beginSigning, BeginSigning.Field.until) ?? "",
                    fault: fault(.beginSigning, BeginSigning.Field.until), isRequired: true, type: "date")
            ])
    }

    /// Offered once nothing stands in the way; otherwise the reason.
    private var submit: PaperAct? {
        guard mayWrite, paper.state == .coSigning else { return nil }
        guard case .refused(let refusal) = paper.maySubmit(file.gates) else { return act(.submit) }
        return act(
            .submit, hint: context.text("papers.step.vorlegen.not-yet") + " " + context.text(refusal), isPossible: false
        )
    }

    private var recompose: PaperAct? { mayWrite ? act(.recompose, isQuiet: true) : nil }

    private var withdraw: PaperAct? { mayWrite ? act(.withdraw, isQuiet: true) : nil }

    /// Only sittings of the board whose turn it is are offered; where none is planned, the page says which is missing.
    private var agenda: PaperAct? {
        guard mayRun, [.submitted, .onAgenda].contains(paper.state), paper.results.isEmpty,
            paper.decidingStation == nil
        else { return nil }
        let sittings = file.sittings.filter { paper.mayGo(into: $0, file.boards).isAllowed }
        guard !sittings.isEmpty else {
            let board = paper.nextBoard(file.boards)?.name ?? context.text("design.unknown")
            return act(
                .agenda, hint: context.text("papers.step.tagesordnung.not-yet", ["board": board]), isPossible: false)
        }
        let name = PutOnAgenda.Field.sitting
        return act(
            .agenda,
            choices: [
                ChoiceField(
                    name: name, label: context.text("papers.field.sitting"), chosen: typed(.agenda, name),
                    prompt: context.text("papers.field.choose"),
                    options: sittings.prefix(60).map { (String($0.number), $0.label(in: context)) },
                    fault: fault(.agenda, name))
            ],
            fields: [
                FormField(
                    name: PutOnAgenda.Field.label, label: context.text("papers.field.label"),
                    value: typed(.agenda, PutOnAgenda.Field.label) ?? "",
                    fault: fault(.agenda, PutOnAgenda.Field.label), isRequired: true, completion: "off")
            ])
    }

    private var station: PaperAct? {
        guard mayRun, paper.state == .onAgenda, paper.results.isEmpty, let station = paper.decidingStation else {
            return nil
        }
        let decides = paper.isReadyToBeDecided(file, station.sitting.heldOn)
        let results = StationResult.allCases.filter { !decides || $0 != .recommended }
        return act(
            .station,
            heading: context.text("papers.step.vorbereitung.in", ["sitting": station.sitting.label(in: context)]),
            choices: [
                ChoiceField(
                    name: PutOnAgenda.Field.result, label: context.text("papers.field.result"),
                    chosen: typed(.station, PutOnAgenda.Field.result), prompt: context.text("papers.field.choose"),
                    options: results.map { ($0.rawValue, context.text("papers.station.\($0.rawValue)")) },
                    fault: fault(.station, PutOnAgenda.Field.result))
            ], fields: [area(.station, PutOnAgenda.Field.note, "remark")])
    }

    private var confirm: PaperAct? {
        guard paper.awaitsConfirmation,
            context.visitor.mayConfirm(recordedBy: paper.recordedBy, in: paper.programme).isAllowed
        else { return nil }
        return act(.confirm)
    }

    private var publish: PaperAct? {
        mayRun && paper.state == .decided && paper.confirmedBy != nil ? act(.publish) : nil
    }
}

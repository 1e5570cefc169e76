// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/handlungsfelder`: fields of action grow out of proposals.
struct FieldBoardRoutes: FeatureRoutes {
    let site: Site

    static let board = "/arbeit/handlungsfelder"

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(Self.board), use: show)
        table.post(RouterPath(Self.board), use: change)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(.empty, .none(in: context), context), in: context)
    }

    private func page(_ sent: Query, _ faults: FormFaults, _ context: SiteContext) async throws -> FieldBoardPage {
        let programme = try context.programme.id
        try context.visitor.mayDraftFields(in: programme).check()
        let board = try await site.read { db in try FieldBoard.load(in: programme, db) }
        return FieldBoardPage(
            board, sent: sent, faults, formKey: site.formKey("field-board", in: context),
            in: context)
    }

    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        guard let step = try sent.choice(PaperStep.field, as: FieldStep.self) else { throw PageFault.unreadableForm }
        let place = context.links.to(Self.board)
        let draft = sent.text(FieldDraftForm.Field.draft)
        let write = WriteFieldDraft(FieldDraftForm(sent), of: step == .write ? draft : nil, in: programme)
        let move = MoveToField(
            sent.texts(FieldDraftForm.Field.proposals), to: draft, because: sent.text(FieldDraftForm.Field.reason),
            in: programme)
        let fix = FixFields(with: sent.text(FieldDraftForm.Field.decision), in: programme)
        return try await site.answer(in: context) {
            let key = try site.formKey("field-board", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                switch step {
                case .new, .write: try write.run(as: visitor, in: db)
                case .move: try move.run(as: visitor, at: now, in: db)
                case .fix: try fix.run(as: visitor, at: now, in: db)
                }
                return place
            }
        } orShow: { faults in
            try await page(sent, faults, context)
        }
    }
}

/// What can be done on the board.
enum FieldStep: String, CaseIterable {
    case new = "neu"
    case write = "aendern"
    case move = "verschieben"
    case fix = "festlegen"
}

extension FieldDraftForm {
    fileprivate init(_ sent: Query) {
        self.init()
        name = sent.text(Field.name)
        aim = sent.text(Field.aim)
        goals = sent.text(Field.goals)
        revision = sent.text(PaperForm.Field.revision).flatMap(Int64.init) ?? 0
    }
}

/// The board with its fields, and the forms to work on it.
struct FieldBoardPage: Page {
    static let template = "Papers/board"
    let heading: String
    let summary: ErrorSummary?
    let conflict: Notice?
    let fields: [Section]
    let loose: Section
    let acts: [PaperAct]
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = FieldBoardPage(
        heading: "Handlungsfelder", summary: .sample, conflict: .sample, fields: [.sample], loose: .sample,
        acts: [.sample], crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension FieldBoardPage {
    init(
        _ board: FieldBoard, sent: Query, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let forms = FieldBoardForms(board: board, sent: sent, faults: faults, formKey: formKey, context: context)
        heading = context.text("papers.board.heading")
        summary = faults.summary
        conflict = faults.isOutdated ? Notice(context.text("revision.conflict"), tone: .warning) : nil
        fields = board.drafts.map { draft in
            Section(
                draft.name, anchor: draft.id,
                paragraphs: draft.aim.split(separator: "\n").map { ProgrammeText(String($0)) },
                bullets: draft.proposals.map { Section.Bullet($0, in: context) },
                note: draft.goals.map { context.text("papers.board.goals", ["goals": $0.replacing("\n", with: "; ")]) },
                more: draft.field.map { number in
                    Section.More(
                        label: context.text("papers.board.fixed"), link: context.links.to("/handlungsfelder/\(number)"))
                })
        }
        loose = Section(
            context.text("papers.board.loose"), anchor: "ohne-feld",
            bullets: board.loose.map { Section.Bullet($0, in: context) },
            note: board.loose.isEmpty ? context.text("papers.board.none-loose") : nil)
        acts = forms.all
        crumbs = [context.workCrumb]
    }
}

extension Section.Bullet {
    fileprivate init(_ proposal: FieldBoard.Placed, in context: SiteContext) {
        self.init(
            "\(context.notation.number(proposal.number)) · \(proposal.title)",
            link: context.links.to("/vorschlaege/\(proposal.number)"), details: proposal.reason)
    }
}

/// The forms of the board.
private struct FieldBoardForms {
    let board: FieldBoard
    let sent: Query
    let faults: FormFaults
    let formKey: String
    let context: SiteContext

    var all: [PaperAct] {
        let open = board.drafts.filter { $0.field == nil }
        return [move(open), draft(nil)] + open.map { draft($0) } + (open.isEmpty ? [] : [fix])
    }

    private func isMeant(_ step: FieldStep, _ id: String? = nil) -> Bool {
        sent.text(PaperStep.field) == step.rawValue && (id == nil || sent.text(FieldDraftForm.Field.draft) == id)
    }

    private func act(
        _ step: FieldStep, heading: String? = nil, revision: Int64 = 0, choices: [ChoiceField] = [],
        ticks: [TickGroup] = [], fields: [FormField]
    ) -> PaperAct {
        PaperAct(
            step: step.rawValue, heading: heading ?? context.text("papers.board.\(step.rawValue).heading"),
            hint: context.text("papers.board.\(step.rawValue).hint"),
            action: context.links.to(FieldBoardRoutes.board), formKey: formKey, revision: String(revision),
            choices: choices, ticks: ticks, fields: fields,
            submit: context.text("papers.board.\(step.rawValue).submit"))
    }

    private func field(
        _ name: String, _ key: String, _ value: String?, isMeant: Bool, isRequired: Bool = false, rows: Int? = nil
    ) -> FormField {
        FormField(
            name: name, label: context.text("papers.board.field.\(key)"),
            value: (isMeant ? sent.text(name) : value) ?? "", fault: isMeant ? faults[name] : nil,
            isRequired: isRequired,
            rows: rows)
    }

    private func draft(_ draft: FieldBoard.Draft?) -> PaperAct {
        let step: FieldStep = draft == nil ? .new : .write
        let isMeant = isMeant(step, draft?.id)
        return act(
            step, heading: draft.map { context.text("papers.board.change", ["name": $0.name]) },
            revision: draft?.revision ?? 0,
            choices: draft.map { draft in
                [
                    ChoiceField(
                        name: FieldDraftForm.Field.draft, label: context.text("papers.board.field.draft"),
                        chosen: draft.id, options: [(draft.id, draft.name)])
                ]
            } ?? [],
            fields: [
                field(FieldDraftForm.Field.name, "name", draft?.name, isMeant: isMeant, isRequired: true),
                field(FieldDraftForm.Field.aim, "aim", draft?.aim, isMeant: isMeant, isRequired: true, rows: 3),
                field(FieldDraftForm.Field.goals, "goals", draft?.goals, isMeant: isMeant, rows: 3),
            ])
    }

    private func move(_ open: [FieldBoard.Draft]) -> PaperAct {
        let isMeant = isMeant(.move)
        let movable = board.loose + open.flatMap(\.proposals)
        return act(
            .move,
            choices: [
                ChoiceField(
                    name: FieldDraftForm.Field.draft, label: context.text("papers.board.field.draft"),
                    chosen: isMeant ? sent.text(FieldDraftForm.Field.draft) : nil,
                    empty: context.text("papers.board.no-field"), options: open.map { ($0.id, $0.name) },
                    fault: isMeant ? faults[FieldDraftForm.Field.draft] : nil)
            ],
            ticks: [
                TickGroup(
                    name: FieldDraftForm.Field.proposals, legend: context.text("papers.board.field.proposals"),
                    ticked: isMeant ? sent.texts(FieldDraftForm.Field.proposals) : [],
                    options: movable.map { (String($0.number), "\(context.notation.number($0.number)) · \($0.title)") },
                    fault: isMeant ? faults[FieldDraftForm.Field.proposals] : nil)
            ], fields: [field(FieldDraftForm.Field.reason, "reason", nil, isMeant: isMeant, isRequired: true, rows: 2)])
    }

    private var fix: PaperAct {
        act(.fix, fields: [field(FieldDraftForm.Field.decision, "decision", nil, isMeant: isMeant(.fix))])
    }
}

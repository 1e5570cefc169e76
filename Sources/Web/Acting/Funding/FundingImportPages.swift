// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// Choose a list, and what came of the earlier ones.
struct FundingImportsPage: Page {
    static let template = "Funding/imports"
    let heading: String
    let summary: ErrorSummary?
    let unreadable: Notice?
    let action: String
    let formKey: String
    let fault: String?
    let list: Section?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = FundingImportsPage(
        heading: "Listen einlesen", summary: .sample, unreadable: .sample, action: "/x", formKey: "1",
        fault: "Bitte wählen Sie eine Datei.", list: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension FundingImportsPage {
    init(
        _ lists: [FundingImport], _ faults: FormFaults, _ unreadable: CSVFault?, formKey: String,
        in context: SiteContext
    ) {
        heading = context.text("funding.list.heading")
        summary = faults.summary
        self.unreadable = unreadable.map { fault in
            Notice(
                context.text("capture.import.unreadable-text"),
                heading: context.text(
                    "capture.import.unreadable",
                    ["row": context.notation.number(fault.row), "line": context.notation.number(fault.line)]),
                tone: .bad)
        }
        action = context.links.to(FundingPaths.imports)
        self.formKey = formKey
        fault = faults[UploadedTable.field]
        let bullets = lists.map { list in
            Section.Bullet(
                list.fileName, link: context.links.to(FundingPaths.list(list.id)),
                details: [
                    context.text("capture.import.rows", count: list.rowCount), context.moment(list.createdAt),
                    context.text("funding.list.standing.\(list.standing)"),
                ].joined(separator: ", "))
        }
        self.list = bullets.isEmpty ? nil : Section(context.text("funding.list.earlier"), bullets: bullets)
        crumbs = [context.workCrumb, .fundingDesk(in: context)]
    }
}

extension FundingImport {
    /// The word for how far it has come.
    var standing: String { undoneAt != nil ? "undone" : doneAt != nil ? "done" : "waiting" }
}

extension Crumb {
    static func fundingDesk(in context: SiteContext) -> Crumb {
        Crumb(label: context.text("funding.desk.heading"), link: context.links.to(FundingPaths.desk))
    }
}

/// One list: what its columns mean, whether its sums come out even, what is wrong with which row, and the button.
struct FundingImportPage: Page {
    static let template = "Funding/import"
    let heading: String
    let summary: ErrorSummary?
    let standing: Notice?
    let counts: Facts
    let verdict: Notice
    let sums: Table
    let mapping: Mapping?
    let names: FundingImportNames?
    let faults: Table?
    let preview: Table?
    let run: Run?
    let undo: Undo?
    let crumbs: [Crumb]

    struct Mapping: Sendable {
        let action: String
        let formKey: String
        let columns: [ChoiceField]
        let choices: [ChoiceField]
        let fields: [FormField]
    }

    struct Run: Sendable {
        let action: String
        let formKey: String
        let leavesOut: TickField?
        let button: String
    }

    struct Undo: Sendable {
        let action: String
        let formKey: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = FundingImportPage(
        heading: "ist-2026.xlsx", summary: .sample, standing: .sample, counts: .sample, verdict: .sample,
        sums: .sample,
        mapping: Mapping(action: "/x", formKey: "1", columns: [.sample], choices: [.sample], fields: [.sample]),
        names: .sample, faults: .sample, preview: .sample,
        run: Run(action: "/x", formKey: "1", leavesOut: .sample, button: "12 Zeilen buchen"),
        undo: Undo(action: "/x", formKey: "1"), crumbs: [Crumb(label: "Listen", link: "/arbeit/mittel/listen")])
}

extension FundingImportPage {
    /// - Parameters:
    ///   - typed: what was chosen for names of projects, where it has to be chosen again
    ///   - keys: for the forms that map, book, take back and name projects
    init(
        _ preview: PreviewFundingImport, _ faults: FormFaults, typed: [AssignFundingProjects.Choice], keys: [String],
        in context: SiteContext
    ) {
        let list = preview.list
        let isOpen = list.doneAt == nil
        let address = context.links.to(FundingPaths.list(list.id))
        let tables = FundingImportTables(preview: preview, context: context)
        heading = context.text("design.uploaded-list", ["file": list.fileName])
        summary = faults.summary
        standing =
            isOpen
            ? nil
            : Notice(
                context.text("funding.list.standing-text.\(list.standing)"),
                tone: list.undoneAt == nil ? .good : .warning)
        counts = tables.counts
        verdict = tables.verdict
        sums = tables.sums
        mapping = isOpen ? Mapping(list, faults, action: "\(address)/zuordnung", formKey: keys[0], in: context) : nil
        names =
            isOpen
            ? FundingImportNames(
                preview, faults, typed: typed, action: "\(address)/projekte", formKey: keys[3], in: context) : nil
        self.faults = isOpen ? tables.faults : nil
        self.preview = isOpen ? tables.previewTable : nil
        let (entries, faulty) = (preview.entries.count, preview.faulty.count)
        run =
            isOpen && entries > 0
            ? Run(
                action: "\(address)/buchung", formKey: keys[1],
                leavesOut: faulty == 0
                    ? nil
                    : TickField(
                        name: "auslassen", label: context.text("capture.import.leave-out", count: faulty),
                        isTicked: false, fault: faults["auslassen"]),
                button: context.text("funding.list.run", count: entries)) : nil
        undo =
            !isOpen && list.undoneAt == nil ? Undo(action: "\(address)/ruecknahme", formKey: keys[2]) : nil
        crumbs = [
            context.workCrumb, .fundingDesk(in: context),
            Crumb(label: context.text("funding.list.heading"), link: context.links.to(FundingPaths.imports)),
        ]
    }
}

extension FundingImportPage.Mapping {
    fileprivate init(
        _ list: FundingImport, _ faults: FormFaults, action: String, formKey: String, in context: SiteContext
    ) {
        typealias Field = FundingForm.Field
        self.action = action
        self.formKey = formKey
        let options = list.columns.enumerated().map { (value: String($0.offset), label: $0.element) }
        let mapping = list.mapping
        columns = FundingMapping.Part.allCases.map { part in
            ChoiceField(
                name: "spalte-\(part.rawValue)", label: context.text("funding.list.parts.\(part.rawValue)"),
                chosen: mapping.columns[part].map { String($0) }, prompt: context.text("capture.import.no-column"),
                options: options, fault: faults["spalte-\(part.rawValue)"])
        }
        let choice = { (name: String, key: String, chosen: String?, values: [String], set: WordSet) in
            ChoiceField(
                name: name, label: context.text("funding.list.default.\(key)"), chosen: chosen,
                empty: context.text("funding.list.default.none"),
                options: values.map { (value: $0, label: context.word(set, $0)) }, fault: faults[name])
        }
        choices = [
            choice(Field.kind, "kind", mapping.kind?.rawValue, FundingKind.allCases.map(\.rawValue), .fundingKind),
            choice(
                Field.basis, "basis", mapping.basis?.rawValue, FundingBasis.allCases.map(\.rawValue), .fundingBasis),
            choice(
                Field.source, "source", mapping.source?.rawValue, FundingSource.allCases.map(\.rawValue),
                .fundingSource),
        ]
        fields = [
            FormField(
                name: Field.fiscalYear, label: context.text("funding.list.default.year"),
                value: mapping.year.map { String($0) } ?? "", fault: faults[Field.fiscalYear], type: "number"),
            FormField(
                name: Field.bookedOn, label: context.text("funding.list.default.day"), value: mapping.bookedOn.text,
                fault: faults[Field.bookedOn], isRequired: true, type: "date"),
            FormField(
                name: Field.reason, label: context.text("funding.list.default.reason"),
                hint: context.text("funding.list.default.reason-hint"), value: mapping.reason ?? "",
                fault: faults[Field.reason]),
        ]
    }
}

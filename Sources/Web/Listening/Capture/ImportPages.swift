// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// Choose a file, and what came of the earlier ones.
struct ImportListPage: Page {
    static let template = "Capture/imports"
    let heading: String
    let summary: ErrorSummary?
    let unreadable: Notice?
    let action: String
    let formKey: String
    let fault: String?
    let list: Section?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ImportListPage(
        heading: "Tabellen einlesen", summary: .sample, unreadable: .sample, action: "/arbeit/einlesen", formKey: "1",
        fault: "Bitte wählen Sie eine Datei.", list: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ImportListPage {
    init(
        _ imports: [IdeaImport], _ faults: FormFaults, _ unreadable: CSVFault?, formKey: String, in context: SiteContext
    ) {
        heading = context.text("capture.import.heading")
        summary = faults.summary
        self.unreadable = unreadable.map { fault in
            Notice(
                context.text("capture.import.unreadable-text"),
                heading: context.text(
                    "capture.import.unreadable",
                    ["row": context.notation.number(fault.row), "line": context.notation.number(fault.line)]),
                tone: .bad)
        }
        action = context.links.to(CapturePaths.imports)
        self.formKey = formKey
        fault = faults[UploadedTable.field]
        let bullets = imports.map { table in
            Section.Bullet(
                table.fileName, link: context.links.to(CapturePaths.table(table.id)),
                details: [
                    context.text("capture.import.rows", count: table.rowCount), context.moment(table.createdAt),
                    context.text("capture.import.standing.\(table.standing)"),
                ].joined(separator: ", "))
        }
        list = bullets.isEmpty ? nil : Section(context.text("capture.import.earlier"), bullets: bullets)
        crumbs = [context.workCrumb]
    }
}

extension IdeaImport {
    /// The word for how far it has come.
    var standing: String { undoneAt != nil ? "undone" : doneAt != nil ? "done" : "waiting" }
}

/// One table: what its columns mean, what is wrong with which row, and the button.
struct ImportPage: Page {
    static let template = "Capture/import"
    let heading: String
    let summary: ErrorSummary?
    let standing: Notice?
    let counts: Facts
    let mapping: Mapping?
    let preview: Table?
    let faults: Table?
    let run: Run?
    let undo: Undo?
    let crumbs: [Crumb]

    struct Mapping: Sendable {
        let action: String
        let formKey: String
        let columns: [ChoiceField]
        let channel: ChoiceField
        let day: FormField
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

    static let sample = ImportPage(
        heading: "ideen.csv", summary: .sample, standing: .sample, counts: .sample,
        mapping: Mapping(action: "/x", formKey: "1", columns: [.sample], channel: .sample, day: .sample),
        preview: .sample, faults: .sample,
        run: Run(action: "/x", formKey: "1", leavesOut: .sample, button: "12 Ideen übernehmen"),
        undo: Undo(action: "/x", formKey: "1"), crumbs: [Crumb(label: "Tabellen", link: "/arbeit/einlesen")])
}

extension ImportPage {
    /// How many rows are shown before they count, and how many faults.
    private static let shown = 25

    /// - Parameter keys: for the forms that map, run and undo
    init(_ preview: PreviewImport, _ faults: FormFaults, keys: [String], in context: SiteContext) {
        let table = preview.table
        let isOpen = table.doneAt == nil
        let address = context.links.to(CapturePaths.table(table.id))
        heading = context.text("design.uploaded-list", ["file": table.fileName])
        summary = faults.summary
        standing =
            isOpen
            ? nil
            : Notice(
                context.text("capture.import.standing-text.\(table.standing)"),
                tone: table.undoneAt == nil ? .good : .warning)
        counts = Facts(
            entries: [
                ("rows", Int(table.rowCount)), ("ideas", preview.ideas.count), ("double", preview.duplicates.count),
                ("faulty", preview.faulty.count),
            ].map { key, count in
                Facts.Entry(context.text("capture.import.counts.\(key)"), context.notation.number(count))
            })
        mapping = isOpen ? Mapping(table, faults, action: "\(address)/zuordnung", formKey: keys[0], in: context) : nil
        self.preview = isOpen ? Self.preview(preview, in: context) : nil
        self.faults = isOpen ? Self.faults(preview, in: context) : nil
        run =
            isOpen && !preview.ideas.isEmpty
            ? Run(
                action: "\(address)/uebernahme", formKey: keys[1],
                leavesOut: preview.faulty.isEmpty
                    ? nil
                    : TickField(
                        name: "auslassen",
                        label: context.text("capture.import.leave-out", count: preview.faulty.count),
                        isTicked: false, fault: faults["auslassen"]),
                button: context.text("capture.import.run", count: preview.ideas.count)) : nil
        undo =
            table.doneAt != nil && table.undoneAt == nil
            ? Undo(action: "\(address)/ruecknahme", formKey: keys[2]) : nil
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("capture.import.heading"), link: context.links.to(CapturePaths.imports)),
        ]
    }

    private static func preview(_ preview: PreviewImport, in context: SiteContext) -> Table? {
        let columns = ["row", "title", "text", "forum", "day"].map {
            Table.Column(context.text("capture.import.columns.\($0)"))
        }
        let rows = preview.ideas.prefix(shown).map { row, draft in
            let text = draft.text.count > 160 ? draft.text.prefix(160) + " …" : draft.text[...]
            let cells = [
                context.notation.number(Int(row.number)), draft.title, String(text), draft.forum ?? "–",
                context.notation.date(draft.submittedOn),
            ]
            return Table.Row(zip(columns, cells).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 1) })
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: context.text("capture.import.preview", count: rows.count), columns: columns, rows: Array(rows))
    }

    private static func faults(_ preview: PreviewImport, in context: SiteContext) -> Table? {
        let columns = ["row", "field", "fault"].map { Table.Column(context.text("capture.import.columns.\($0)")) }
        let doubles = preview.duplicates.map { row in
            (row.number, "–", context.text("capture.import.duplicate"))
        }
        let faulty = preview.faulty.flatMap { row, faults in
            faults.map { fault in
                (
                    row.number, context.text("capture.import.parts.\(fault.field)"),
                    context.text(
                        "forms.faults.\(fault.reason)",
                        ["limit": fault.limit.map { context.notation.number($0) } ?? ""])
                )
            }
        }
        let all = (faulty + doubles).sorted { $0.0 < $1.0 }
        guard !all.isEmpty else { return nil }
        let rows = all.prefix(shown * 4).map { number, field, fault in
            let cells = [context.notation.number(Int(number)), field, fault]
            return Table.Row(zip(columns, cells).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 0) })
        }
        return Table(
            caption: context.text("capture.import.faults", count: all.count), columns: columns, rows: Array(rows))
    }
}

extension ImportPage.Mapping {
    fileprivate init(
        _ table: IdeaImport, _ faults: FormFaults, action: String, formKey: String, in context: SiteContext
    ) {
        self.action = action
        self.formKey = formKey
        let options = table.columns.enumerated().map { (value: String($0.offset), label: $0.element) }
        columns = ImportMapping.Part.allCases.map { part in
            ChoiceField(
                name: "spalte-\(part.rawValue)", label: context.text("capture.import.parts.\(part.rawValue)"),
                chosen: table.mapping.columns[part].map { String($0) },
                prompt: context.text("capture.import.no-column"), options: options,
                fault: faults["spalte-\(part.rawValue)"])
        }
        channel = ChoiceField(
            name: CaptureForm.Field.channel, label: context.text("capture.channel"),
            chosen: table.mapping.channel.rawValue,
            options: CaptureForm.channels.map { ($0.rawValue, context.word(.ideaChannel, $0.rawValue)) }
                + [("forum_online_dialog", context.word(.ideaChannel, "forum_online_dialog"))],
            fault: faults[CaptureForm.Field.channel])
        day = FormField(
            name: CaptureForm.Field.handedInOn, label: context.text("capture.import.day"),
            value: table.mapping.handedInOn.text, fault: faults[CaptureForm.Field.handedInOn], isRequired: true,
            type: "date")
    }
}

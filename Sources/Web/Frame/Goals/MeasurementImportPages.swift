// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// Choose a list of values, and what came of the earlier ones.
struct MeasurementImportsPage: Page {
    static let template = "Goals/imports"
    let heading: String
    let summary: ErrorSummary?
    let unreadable: Notice?
    let action: String
    let formKey: String
    let fault: String?
    let list: Section?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = MeasurementImportsPage(
        heading: "Messwerte einlesen", summary: .sample, unreadable: .sample, action: "/x", formKey: "1",
        fault: "Bitte wählen Sie eine Datei.", list: .sample, crumbs: [Crumb(label: "Ziele", link: "/arbeit/ziele")])
}

extension MeasurementImportsPage {
    init(
        _ lists: [MeasurementImport], _ faults: FormFaults, _ unreadable: CSVFault?, formKey: String,
        in context: SiteContext
    ) {
        heading = context.text("goals.imports.heading")
        summary = faults.summary
        self.unreadable = unreadable.map { fault in
            Notice(
                context.text("capture.import.unreadable-text"),
                heading: context.text(
                    "capture.import.unreadable",
                    ["row": context.notation.number(fault.row), "line": context.notation.number(fault.line)]),
                tone: .bad)
        }
        action = context.links.to(GoalPaths.imports)
        self.formKey = formKey
        fault = faults[UploadedTable.field]
        let bullets = lists.map { list in
            Section.Bullet(
                list.fileName, link: context.links.to(GoalPaths.importedList(list.id)),
                details: [
                    context.text("capture.import.rows", count: list.rowCount), context.moment(list.createdAt),
                    context.text("goals.imports.standing.\(list.standing)"),
                ].joined(separator: ", "))
        }
        self.list = bullets.isEmpty ? nil : Section(context.text("goals.imports.earlier"), bullets: bullets)
        crumbs = [context.workCrumb, context.goalDeskCrumb]
    }
}

extension MeasurementImport {
    /// The word for how far it has come.
    var standing: String { undoneAt != nil ? "undone" : doneAt != nil ? "done" : "waiting" }
}

/// One list of values: what its columns mean, what is wrong with which row, and the button.
struct MeasurementImportPage: Page {
    static let template = "Goals/import"
    let heading: String
    let summary: ErrorSummary?
    let standing: Notice?
    let counts: Facts
    let mapping: Mapping?
    let faults: Table?
    let preview: Table?
    let run: Run?
    let undo: Undo?
    let crumbs: [Crumb]

    struct Mapping: Sendable {
        let action: String
        let formKey: String
        let columns: [ChoiceField]
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

    static let sample = MeasurementImportPage(
        heading: "werte-2026.csv", summary: .sample, standing: .sample, counts: .sample,
        mapping: Mapping(action: "/x", formKey: "1", columns: [.sample], fields: [.sample]), faults: .sample,
        preview: .sample, run: Run(action: "/x", formKey: "1", leavesOut: .sample, button: "12 Werte übernehmen"),
        undo: Undo(action: "/x", formKey: "1"), crumbs: [Crumb(label: "Ziele", link: "/arbeit/ziele")])
}

extension MeasurementImportPage {
    /// - Parameter keys: for the forms that map, record and take back
    init(_ preview: PreviewMeasurementImport, _ faults: FormFaults, keys: [String], in context: SiteContext) {
        let list = preview.list
        let isOpen = list.doneAt == nil
        let address = context.links.to(GoalPaths.importedList(list.id))
        let tables = MeasurementImportTables(preview: preview, context: context)
        heading = context.text("design.uploaded-list", ["file": list.fileName])
        summary = faults.summary
        standing =
            isOpen
            ? nil
            : Notice(
                context.text("goals.imports.standing-text.\(list.standing)"),
                tone: list.undoneAt == nil ? .good : .warning)
        counts = tables.counts
        mapping = isOpen ? Mapping(list, faults, action: "\(address)/zuordnung", formKey: keys[0], in: context) : nil
        self.faults = isOpen ? tables.faults : nil
        self.preview = isOpen ? tables.values : nil
        let (values, faulty) = (preview.values.count, preview.faulty.count)
        run =
            isOpen && values > 0
            ? Run(
                action: "\(address)/uebernahme", formKey: keys[1],
                leavesOut: faulty == 0
                    ? nil
                    : TickField(
                        name: "auslassen", label: context.text("capture.import.leave-out", count: faulty),
                        isTicked: false, fault: faults["auslassen"]),
                button: context.text("goals.imports.run", count: values)) : nil
        undo = !isOpen && list.undoneAt == nil ? Undo(action: "\(address)/ruecknahme", formKey: keys[2]) : nil
        crumbs = [
            context.workCrumb, context.goalDeskCrumb,
            Crumb(label: context.text("goals.imports.heading"), link: context.links.to(GoalPaths.imports)),
        ]
    }
}

extension MeasurementImportPage.Mapping {
    fileprivate init(
        _ list: MeasurementImport, _ faults: FormFaults, action: String, formKey: String, in context: SiteContext
    ) {
        self.action = action
        self.formKey = formKey
        let options = list.columns.enumerated().map { (value: String($0.offset), label: $0.element) }
        columns = MeasurementMapping.Part.allCases.map { part in
            ChoiceField(
                name: "spalte-\(part.rawValue)", label: context.text("goals.imports.parts.\(part.rawValue)"),
                chosen: list.mapping.columns[part].map { String($0) }, prompt: context.text("capture.import.no-column"),
                options: options, fault: faults["spalte-\(part.rawValue)"])
        }
        let field = { (name: String, key: String, value: String?) in
            FormField(
                name: name, label: context.text("goals.imports.default.\(key)"),
                hint: context.text("goals.imports.default.\(key)-hint"), value: value ?? "", fault: faults[name])
        }
        fields = [
            field(MeasurementForm.Field.sourceName, "source", list.mapping.sourceName),
            field(MeasurementForm.Field.reason, "reason", list.mapping.reason),
        ]
    }
}

/// What the page of a list counts, shows and complains about.
private struct MeasurementImportTables {
    let preview: PreviewMeasurementImport
    let context: SiteContext

    /// How many rows are shown before they count, and how many faults.
    private static let shown = 25

    var counts: Facts {
        let entries: [(String, Int)] =
            preview.recorded.map { [("rows", Int(preview.list.rowCount)), ("recorded", Int($0))] } ?? [
                ("rows", Int(preview.list.rowCount)), ("values", preview.values.count),
                ("corrections", preview.values.count { $0.value.before != nil }),
                ("double", preview.duplicates.count), ("faulty", preview.faulty.count),
            ]
        return Facts(
            entries: entries.map { key, count in
                Facts.Entry(context.text("goals.imports.counts.\(key)"), context.notation.number(count))
            })
    }

    var values: Table? {
        let names = ["row", "indicator", "as-of", "value", "before", "source"]
        let columns = names.map { name in
            Table.Column(
                context.text("goals.imports.columns.\(name)"), isNumber: name == "value" || name == "before")
        }
        let rows = preview.values.prefix(Self.shown).map { number, value in
            let cells = [
                context.notation.number(number), value.name, context.notation.date(value.asOf),
                context.amount(value.value, unit: value.unit),
                value.before.map { context.amount($0, unit: value.unit) } ?? "–", value.sourceName,
            ]
            return Table.Row(zip(columns, cells).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 1) })
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: context.text("goals.imports.preview", count: rows.count), columns: columns, rows: Array(rows))
    }

    var faults: Table? {
        let columns = ["row", "field", "fault"].map { Table.Column(context.text("capture.import.columns.\($0)")) }
        let doubles = preview.duplicates.map { number, value in
            (number, "–", context.text("goals.imports.duplicate", ["date": context.notation.date(value.asOf)]))
        }
        let faulty = preview.faulty.flatMap { number, faults in
            faults.map { fault in
                (
                    number, context.text("goals.imports.parts.\(fault.field)"),
                    context.text(
                        "forms.faults.\(fault.reason)",
                        ["limit": fault.limit.map { context.notation.number($0) } ?? ""])
                )
            }
        }
        let all = (faulty + doubles).sorted { $0.0 < $1.0 }
        guard !all.isEmpty else { return nil }
        let rows = all.prefix(Self.shown * 4).map { number, field, fault in
            let cells = [context.notation.number(number), field, fault]
            return Table.Row(zip(columns, cells).enumerated().map { Table.Cell($1.0, $1.1, isHeading: $0 == 0) })
        }
        return Table(
            caption: context.text("capture.import.faults", count: all.count), columns: columns, rows: Array(rows))
    }
}

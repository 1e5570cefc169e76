// SPDX-License-Identifier: EUPL-1.2

import Participation

extension SiteContext {
    /// "Teilnehmende: 500": a named number of the package; amounts in euros are written as money.
    func sentence(_ entry: NamedEntry) -> String {
        "\(name(of: entry)): \(value(of: entry))"
    }

    func name(of entry: NamedEntry) -> String {
        let key = "chronicle.figure.\(entry.name.replacing("_", with: "-"))"
        return texts.has(key) ? text(key) : Self.readable(entry.name)
    }

    func value(of entry: NamedEntry) -> String {
        guard let number = entry.number else { return entry.text ?? text("design.unknown") }
        return entry.name.hasSuffix("_eur") ? notation.roundedMoney(number * 100) : notation.number(number)
    }

    /// `in_umsetzung` as it can be read aloud, for words that have no label.
    static func readable(_ name: String) -> String {
        name.replacing("_", with: " ")
    }
}

extension ChroniclePage {
    /// The official totals, a row for each reporting date, each in the categories of its time.
    static func reports(_ reports: [StatusReport], _ texts: ProgrammeTexts, in context: SiteContext) -> Section {
        let columns = [
            Table.Column(context.text("chronicle.reports.as-of")),
            Table.Column(context.text("chronicle.reports.event")),
            Table.Column(context.text("chronicle.reports.total"), isNumber: true),
            Table.Column(context.text("chronicle.reports.counts")),
            Table.Column(context.text("chronicle.reports.funds"), isNumber: true),
        ]
        let unknown = context.text("design.unknown")
        let table = Table(
            caption: context.text("chronicle.reports.caption"), columns: columns,
            rows: reports.map { report in
                let counts = report.counts.map { context.sentence($0) }.joined(separator: "; ")
                let source = report.sources.first.flatMap { SourceAddress($0.url).link }
                return Table.Row([
                    Table.Cell(columns[0], context.notation.date(report.asOf), isHeading: true),
                    Table.Cell(columns[1], report.event, link: source),
                    Table.Cell(columns[2], context.notation.number(report.total)),
                    Table.Cell(columns[3], counts.isEmpty ? unknown : counts),
                    Table.Cell(columns[4], report.stateFundsCents.map(context.notation.roundedMoney) ?? unknown),
                ])
            })
        return Section(
            context.text("chronicle.reports.heading"), anchor: "zwischenstaende",
            paragraphs: [ProgrammeText(text: context.text("chronicle.reports.lead"), language: nil)],
            bulletLabel: context.text("chronicle.reports.notes"),
            bullets: reports.compactMap { report in
                report.note.map {
                    Section.Bullet(texts.original($0), details: context.notation.date(report.asOf))
                }
            },
            table: table)
    }
}

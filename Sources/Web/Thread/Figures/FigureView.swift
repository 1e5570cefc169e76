// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A figure in the words and numbers of the page's language.
struct FigureView {
    private let figure: Figure
    private let context: SiteContext

    init(_ figure: Figure, in context: SiteContext) {
        self.figure = figure
        self.context = context
    }

    var label: String {
        switch figure.family {
        case .single: context.text("figures.item.\(figure.key).label")
        case .pillar(let name): context.text("figures.family.pillar.label", ["name": name])
        case .projectState(let state): context.text("figures.family.state.label", ["name": context.word(state: state)])
        }
    }

    var definition: String {
        switch figure.family {
        case .single: context.text("figures.item.\(figure.key).definition")
        case .pillar: context.text("figures.family.pillar.definition")
        case .projectState: context.text("figures.family.state.definition")
        }
    }

    var link: String { context.links.to("/zahlen/\(figure.key)") }

    var counted: String { figure.counted.map(amount) ?? context.text("figures.none") }

    /// "73 laut „Kabinettsbeschluss“, 5. November 2019"
    var newestCited: String? {
        figure.newestCited.map { "\(number($0)) \(origin($0))" }
    }

    func number(_ cited: OfficialFigure) -> String {
        context.number(amount(cited.value), qualifier: cited.qualifier)
    }

    func origin(_ cited: OfficialFigure) -> String {
        let source = context.text("figures.list.cited-from", ["source": cited.label])
        guard let date = cited.asOf else { return source }
        return "\(source), \(context.notation.date(date.text))"
    }

    private func amount(_ value: Int64) -> String {
        switch figure.unit {
        case .count: context.notation.number(value)
        case .cents: context.notation.roundedMoney(value)
        }
    }

    /// All official numbers with date and source.
    var table: Table? {
        guard !figure.cited.isEmpty else { return nil }
        let columns = [
            Table.Column(context.text("figures.show.said-in")),
            Table.Column(context.text("figures.show.number"), isNumber: true),
            Table.Column(context.text("figures.show.as-of")), Table.Column(context.text("figures.show.source")),
        ]
        return Table(
            caption: context.text("figures.show.table"), columns: columns,
            rows: figure.cited.map { cited in
                let address = cited.sourceURL.map { SourceAddress($0) }
                let date = cited.asOf.map { context.notation.date($0.text) }
                return Table.Row([
                    Table.Cell(columns[0], cited.label, isHeading: true),
                    Table.Cell(columns[1], number(cited)),
                    Table.Cell(columns[2], date ?? context.text("figures.none")),
                    Table.Cell(columns[3], address?.host ?? context.text("figures.none"), link: address?.link),
                ])
            })
    }
}

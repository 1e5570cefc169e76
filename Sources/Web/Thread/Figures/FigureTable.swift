// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// A public number as a row of the open list: what is documented here beside what was officially stated last.
private struct FigureEntry: Sendable {
    let figure: Figure
    let context: SiteContext

    static let columns: [OpenColumn<FigureEntry>] = [
        OpenColumn("key", text: { $0.figure.key }),
        OpenColumn("title", text: { FigureView($0.figure, in: $0.context).label }),
        OpenColumn("definition", text: { FigureView($0.figure, in: $0.context).definition }),
        OpenColumn("unit", text: { $0.figure.unit.rawValue }),
        OpenColumn("counted", number: { $0.figure.counted }),
        OpenColumn("official_value", number: { $0.figure.newestCited?.value }),
        OpenColumn("official_qualifier", text: { $0.figure.newestCited?.qualifier }),
        OpenColumn("official_as_of", date: { $0.figure.newestCited?.asOf }),
        OpenColumn("official_source", text: { $0.figure.newestCited?.label }),
        OpenColumn("official_source_address", text: { $0.figure.newestCited?.sourceURL }),
        OpenColumn("address", text: { $0.context.links.absolute("/zahlen/\($0.figure.key)") }),
    ]
}

extension OpenTable {
    /// All figures of `/zahlen`.
    static func figures(in programme: String, _ context: SiteContext, _ db: Connection) throws -> OpenTable {
        let figures = try FigureRegister.all(of: programme, in: db)
        return OpenTable(FigureEntry.columns, of: figures.map { FigureEntry(figure: $0, context: context) })
    }
}

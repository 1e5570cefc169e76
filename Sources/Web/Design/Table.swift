// SPDX-License-Identifier: EUPL-1.2

/// Rows and columns. On narrow screens each row becomes a block in which every cell names its column.
/// Template `Design/table`.
struct Table: Sendable {
    let caption: String
    let columns: [Column]
    let rows: [Row]

    struct Column: Sendable {
        let label: String
        let isNumber: Bool
        /// Nil for a column that cannot be sorted by.
        let sort: SortLink?

        init(_ label: String, isNumber: Bool = false, sort: SortLink? = nil) {
            self.label = label
            self.isNumber = isNumber
            self.sort = sort
        }
    }

    struct Row: Sendable {
        let cells: [Cell]

        init(_ cells: [Cell]) {
            self.cells = cells
        }
    }

    struct Cell: Sendable {
        /// The label of the column, repeated for narrow screens.
        let label: String
        let text: String
        let link: String?
        let isNumber: Bool
        let isHeading: Bool
        /// The language of the text, where it is not that of the page.
        let language: String?

        init(_ column: Column, _ text: ProgrammeText, link: String? = nil, isHeading: Bool = false) {
            self.init(column, text.text, link: link, isHeading: isHeading, language: text.language)
        }

        init(
            _ column: Column, _ text: String, link: String? = nil, isHeading: Bool = false, language: String? = nil
        ) {
            self.language = language
            self.label = column.label
            self.text = text
            self.link = link
            self.isNumber = column.isNumber
            self.isHeading = isHeading
        }
    }

    static let sample: Table = {
        let columns = [
            Column("Projekt", sort: SortLink(label: "Projekt", link: "?sortierung=titel", isAscending: true)),
            Column("Ressort"), Column("Bewilligt", isNumber: true),
        ]
        return Table(
            caption: "Projekte mit den meisten Mitteln", columns: columns,
            rows: [
                Row([
                    Cell(columns[0], "Radschnellweg Ruhr", link: "/projekte/3", isHeading: true),
                    Cell(columns[1], "VM"),
                    Cell(columns[2], "60,8 Mio. €"),
                ]),
                Row([
                    Cell(columns[0], "Grüne Infrastruktur", link: "/projekte/4", isHeading: true),
                    Cell(columns[1], "MUNV"), Cell(columns[2], "keine Angabe"),
                ]),
            ])
    }()
}

/// A link that puts a list into another order. Template `Design/sort`, as a list of them.
struct SortLink: Sendable {
    let label: String
    let link: String
    /// The list is in this order now, from small to large.
    let isAscending: Bool
    /// The list is in this order now, from large to small.
    let isDescending: Bool

    init(label: String, link: String, isAscending: Bool = false, isDescending: Bool = false) {
        self.label = label
        self.link = link
        self.isAscending = isAscending
        self.isDescending = isDescending
    }
}

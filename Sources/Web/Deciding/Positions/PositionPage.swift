// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the municipalities of the region think of one proposal, on the map and as a table.
struct PositionPage: Page {
    static let template = "Positions/show"
    let heading: String
    let title: String
    let proposals: [Section.More]
    let tally: String?
    let picture: HexagonPicture?
    let table: Table?
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs) }

    static let sample = PositionPage(
        heading: "Positionen der Kommunen", title: "Landbus", proposals: [Section.More(label: "Landbus", link: "?")],
        tally: "3 × unterstützt", picture: .sample, table: .sample, empty: .sample,
        crumbs: [Crumb(label: "Beteiligungen", link: "/beteiligungen")])
}

extension PositionPage {
    init(_ reading: PositionReading, _ map: HexagonMap, in context: SiteContext) {
        let (rules, all) = (reading.rules, reading.positions)
        let documents = rules.documents.filter { document in all.contains { $0.proposal == document.number } }
        let chosen = documents.first { $0.number == reading.asked } ?? documents.first
        let positions = all.filter { $0.proposal == chosen?.number }
        heading = context.text("positions.public-heading")
        title = chosen?.title ?? rules.title
        proposals = documents.filter { $0 != chosen }.map { document in
            Section.More(
                label: document.title,
                link: context.links.to(
                    PositionPaths.published(rules.number), [PositionForm.Field.proposal: String(document.number)]))
        }
        tally = positions.isEmpty ? nil : context.tally(positions)
        picture = positions.isEmpty ? nil : HexagonPicture(positions, reading.towns, map, in: context)
        table = positions.isEmpty ? nil : Self.table(positions, in: context)
        empty =
            positions.isEmpty
            ? EmptyState(
                text: context.text("positions.not-published"),
                link: context.links.to("/beteiligungen/\(rules.number)"), linkLabel: rules.title) : nil
        crumbs = [
            Crumb(label: context.text("site.navigation.consultations"), link: context.links.to("/beteiligungen")),
            Crumb(label: rules.title, link: context.links.to("/beteiligungen/\(rules.number)")),
        ]
    }

    private static func table(_ positions: [MunicipalPosition], in context: SiteContext) -> Table {
        let columns = ["municipality", "stance", "text"].map { Table.Column(context.text("positions.columns.\($0)")) }
        return Table(
            caption: context.text("positions.public-caption"), columns: columns,
            rows: positions.map { position in
                Table.Row([
                    Table.Cell(
                        columns[0], position.party.name,
                        link: position.ags.map { context.links.to("/kommunen/\($0)") }, isHeading: true),
                    Table.Cell(columns[1], context.word(position.stance)),
                    Table.Cell(
                        columns[2], position.text, language: context.language == .german ? nil : "de"),
                ])
            })
    }
}

extension HexagonPicture {
    /// A sign and a shade for each stance; towns that have said nothing stay blank. Nil when no town has a place.
    init?(
        _ positions: [MunicipalPosition], _ towns: [MappedMunicipality], _ map: HexagonMap, in context: SiteContext
    ) {
        guard !map.places.isEmpty else { return nil }
        let drawing = HexagonDrawing(map)
        let known = Dictionary(towns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let stances = Dictionary(
            positions.map { ($0.party.id, $0.stance) }, uniquingKeysWith: { _, last in last })
        let used = Stance.allCases.filter { stance in stances.values.contains(stance) }
        self.init(
            title: context.text("positions.picture.title"), description: context.text("positions.picture.description"),
            number: context.text("positions.picture.sign"), width: String(drawing.width),
            height: String(drawing.height),
            hexagons: map.places.compactMap { place in
                known[place.id].map {
                    Hexagon($0, stances[place.id], at: drawing.centre(of: place.cell), in: context)
                }
            }, outlines: [],
            shades: used.map { Shade(shade: $0.shade, text: "\($0.sign) \(context.word($0))") }
                + [Shade(shade: "0", text: context.text("positions.picture.silent"))], districts: nil)
    }
}

extension HexagonPicture.Hexagon {
    fileprivate init(
        _ town: MappedMunicipality, _ stance: Stance?, at centre: (x: Int, y: Int), in context: SiteContext
    ) {
        let word = stance.map { context.word($0) } ?? context.text("positions.picture.silent")
        self.init(
            x: String(centre.x), y: String(centre.y), link: context.links.to("/kommunen/\(town.ags)"),
            label: "\(town.name): \(word)", shade: stance?.shade ?? "0", number: stance?.sign ?? " ", letter: nil,
            rows: TownLabel.rows(of: town.name).enumerated().map {
                HexagonPicture.TextRow(text: $1, y: String(14 + 15 * $0))
            })
    }
}

extension Stance {
    fileprivate var shade: String { "stance-\(rawValue.replacing("_", with: "-"))" }

    fileprivate var sign: String {
        switch self {
        case .support: "+"
        case .withChanges: "±"
        case .neutral: "○"
        case .rejection: "–"
        }
    }
}

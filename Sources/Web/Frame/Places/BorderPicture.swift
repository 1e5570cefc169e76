// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The towns within their real borders, shaded like the hexagons whose place they take. Template `Places/borders`.
struct BorderPicture: Sendable {
    let title: String
    let description: String
    /// What the number in an area is.
    let number: String
    let width: String
    let height: String
    let areas: [Area]
    let shades: [HexagonPicture.Shade]
    /// Whose borders these are.
    let attribution: String

    struct Area: Sendable {
        let link: String
        let label: String
        let shade: String
        let path: String
        let x: String
        let y: String
        let number: String
    }

    static let sample = BorderPicture(
        title: "Karte der Kommunen: Projekte", description: "53 Kommunen", number: "Die Zahl: Projekte", width: "4000",
        height: "3000",
        areas: [
            Area(
                link: "/kommunen/05913000", label: "Dortmund, kreisfrei: 12 Projekte", shade: "5",
                path: "M0 0L10 0L10 10Z", x: "5", y: "5", number: "12")
        ], shades: [HexagonPicture.Shade(shade: "5", text: "12 bis 13 Projekte")],
        attribution: "© GeoBasis-DE / BKG 2026")
}

extension BorderPicture {
    /// Room for the outline; the template begins as far outside.
    private static let margin: Int64 = 20

    init(_ view: some ColouredTowns, _ map: BorderMap, in context: SiteContext) {
        let placed = view.towns.compactMap { town in map.borders[town.id].map { (town: town, border: $0) } }
        let values = placed.map { view.value(of: $0.town) }
        let classes = ShadeClasses(values.compactMap(\.number))
        title = context.text(
            "maps.picture.title", ["measure": context.text("maps.measure-\(view.wordsKey)")])
        description = context.text("maps.borders.description", count: placed.count)
        number = context.text("maps.borders.number-\(view.wordsKey)")
        width = String(map.width + 2 * Self.margin)
        height = String(map.height + 2 * Self.margin)
        areas = zip(placed, values).map { place, value in
            let shown = HexagonPicture.shown(value, classes, view.measure, in: context)
            return Area(
                link: context.links.to("/kommunen/\(place.town.ags)"), label: context.label(of: place.town, in: view),
                shade: shown.shade, path: place.border.path, x: String(place.border.labelX),
                y: String(place.border.labelY), number: shown.number)
        }
        shades = HexagonPicture.shades(classes, view, values, context)
        attribution = context.text("maps.borders.attribution", ["source": map.attribution])
    }
}

/// The towns of a map as they can be drawn: within real borders where somebody has brought them in, else as hexagons.
struct TownPicture: Sendable {
    let hexagons: HexagonPicture?
    let borders: BorderPicture?
    /// The ids of towns that have no place on the picture.
    let unplaced: [String]

    init(
        _ view: some ColouredTowns, _ hexagons: @autoclosure () -> HexagonMap, _ map: BorderMap?,
        in context: SiteContext
    ) {
        if let map {
            self.hexagons = nil
            borders = BorderPicture(view, map, in: context)
            unplaced = view.towns.map(\.id).filter { map.borders[$0] == nil }
        } else {
            let arranged = hexagons()
            self.hexagons = HexagonPicture(view, arranged, in: context)
            borders = nil
            unplaced = arranged.unplaced
        }
    }
}

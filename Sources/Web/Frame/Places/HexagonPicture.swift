// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The towns as hexagons with number, shade, and the outline of their district. The table on the same page says
/// everything it shows. Template `Places/hexagons`.
struct HexagonPicture: Sendable {
    let title: String
    let description: String
    /// What the number in a hexagon is.
    let number: String
    let width: String
    let height: String
    let hexagons: [Hexagon]
    let outlines: [Outline]
    let shades: [Shade]
    let districts: Districts?

    struct Hexagon: Sendable {
        let x: String
        let y: String
        let link: String
        let label: String
        let shade: String
        let number: String
        let letter: String?
        let rows: [TextRow]
    }

    struct TextRow: Sendable {
        let text: String
        let y: String
    }

    /// The outer edges of a district.
    struct Outline: Sendable {
        let style: String
        let path: String
    }

    struct Shade: Sendable {
        let shade: String
        let text: String
    }

    struct Districts: Sendable {
        let entries: [District]
        /// Says what has no outline; nil when every town has a district.
        let free: String?
    }

    struct District: Sendable {
        let letter: String
        let style: String
        let name: String
    }

    static let sample = HexagonPicture(
        title: "Karte der Kommunen: Projekte", description: "53 Sechsecke", number: "Die Zahl im Sechseck: Projekte",
        width: "120", height: "130",
        hexagons: [
            Hexagon(
                x: "60", y: "65", link: "/kommunen/05913000", label: "Dortmund, kreisfrei: 12 Projekte", shade: "5",
                number: "12", letter: "A", rows: [TextRow(text: "Dortmund", y: "12")])
        ],
        outlines: [Outline(style: "1", path: "M0 0L10 10")], shades: [Shade(shade: "5", text: "12 bis 13 Projekte")],
        districts: Districts(
            entries: [District(letter: "A", style: "1", name: "Kreis Unna")], free: "ohne Umrandung: kreisfrei"))
}

extension HexagonPicture {
    /// Nil when no town has a place.
    init?(_ view: some ColouredTowns, _ map: HexagonMap, in context: SiteContext) {
        guard !map.places.isEmpty else { return nil }
        let drawing = HexagonDrawing(map)
        let towns = Dictionary(view.towns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let placed = map.places.compactMap { place in towns[place.id].map { (town: $0, cell: place.cell) } }
        let classes = ShadeClasses(placed.compactMap { view.value(of: $0.town).number })
        let key = view.wordsKey
        title = context.text("maps.picture.title", ["measure": context.text("maps.measure-\(key)")])
        description = context.text("maps.picture.description", count: placed.count)
        number = context.text("maps.picture.number-\(key)")
        width = String(drawing.width)
        height = String(drawing.height)
        let signs = DistrictSigns(view.districts)
        hexagons = placed.map { Hexagon($0.town, at: drawing.centre(of: $0.cell), view, classes, signs, in: context) }
        outlines = view.districts.map { district in
            let cells = Set(placed.filter { $0.town.district == district }.map(\.cell))
            let path = map.places.map(\.cell).filter(cells.contains)
                .map { drawing.edges(of: $0, within: cells) }.joined()
            return Outline(style: signs.style(of: district), path: path)
        }
        shades = Self.shades(classes, view, placed.map { view.value(of: $0.town) }, context)
        let entries = view.districts.map {
            District(letter: signs.letter(of: $0), style: signs.style(of: $0), name: $0)
        }
        let hasFree = placed.contains { $0.town.district == nil }
        districts =
            entries.isEmpty
            ? nil : Districts(entries: entries, free: hasFree ? context.text("maps.legend.district-free") : nil)
    }

    /// The shade of a value and how it is written on the map.
    static func shown(
        _ value: MapValue, _ classes: ShadeClasses, _ measure: MapMeasure, in context: SiteContext
    ) -> (shade: String, number: String) {
        switch value {
        case .number(let known):
            (String(classes.number(of: known) ?? 0), measure.short(known, in: context.notation))
        case .few: ("few", "<" + context.notation.number(MapMeasure.fewestIdeas))
        case .unknown: ("0", "–")
        }
    }

    /// The legend of the shades, which a map of borders shares.
    static func shades(
        _ classes: ShadeClasses, _ view: some ColouredTowns, _ values: [MapValue], _ context: SiteContext
    ) -> [Shade] {
        let known = classes.ranges.enumerated().map { index, range in
            let low = view.measure.written(range.lowerBound, in: context.notation)
            let high = view.measure.written(range.upperBound, in: context.notation)
            let value = low == high ? low : context.text("maps.legend.range", ["low": low, "high": high])
            return Shade(
                shade: String(index + 1),
                text: context.text(
                    "maps.value.\(view.wordsKey)", count: range.upperBound, ["value": value]))
        }
        let few = values.contains(.few) ? [Shade(shade: "few", text: context.few(view.measure))] : []
        let unknown =
            values.contains(.unknown) ? [Shade(shade: "0", text: context.text("maps.legend.unknown"))] : []
        return known + few + unknown
    }
}

extension HexagonPicture.Hexagon {
    fileprivate init(
        _ town: MappedMunicipality, at centre: (x: Int, y: Int), _ view: some ColouredTowns, _ classes: ShadeClasses,
        _ signs: DistrictSigns, in context: SiteContext
    ) {
        let value = view.value(of: town)
        x = String(centre.x)
        y = String(centre.y)
        link = context.links.to("/kommunen/\(town.ags)")
        label = context.label(of: town, in: view)
        (shade, number) = HexagonPicture.shown(value, classes, view.measure, in: context)
        letter = town.district.map(signs.letter)
        rows = TownLabel.rows(of: town.name).enumerated().map {
            HexagonPicture.TextRow(text: $1, y: String(14 + 15 * $0))
        }
    }
}

extension SiteContext {
    /// "unter 5 Ideen"
    fileprivate func few(_ measure: MapMeasure) -> String {
        let key = measure == .participation ? "maps.few-participation" : "maps.few-ideas"
        return text(key, count: MapMeasure.fewestIdeas)
    }

    /// "Moers, Kreis Wesel: 1 Projekt"
    func label(of town: MappedMunicipality, in view: some ColouredTowns) -> String {
        text(
            "maps.picture.hexagon",
            [
                "name": town.name, "district": town.district ?? text("places.list.district-free"),
                "value": words(for: view.value(of: town), in: view),
            ])
    }

    /// "12 Projekte", "unter 5 Ideen" or "keine Angabe".
    private func words(for value: MapValue, in view: some ColouredTowns) -> String {
        switch value {
        case .number(let number):
            text(
                "maps.value.\(view.wordsKey)", count: number, ["value": view.measure.written(number, in: notation)])
        case .few: few(view.measure)
        case .unknown: text("design.unknown")
        }
    }
}

/// Each district's letter and outline. There are six outlines; with more districts they come again, the letters do not.
private struct DistrictSigns {
    let districts: [String]

    init(_ districts: [String]) {
        self.districts = districts
    }

    func letter(of district: String) -> String {
        let index = position(of: district)
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : letter + String(index / 26 + 1)
    }

    func style(of district: String) -> String { String(position(of: district) % 6 + 1) }

    private func position(of district: String) -> Int { districts.firstIndex(of: district) ?? 0 }
}

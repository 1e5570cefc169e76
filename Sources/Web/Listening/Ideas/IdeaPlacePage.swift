// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The step aside from the form of an idea on which its place is chosen: the map of hexagons, each of them a button.
/// What was typed goes along in the form.
struct IdeaPlacePage: Page {
    static let template = "Ideas/place"
    let heading: String
    let formAction: String
    let formKey: String
    let fields: [IdeaSimilarPage.Field]
    /// The official key that was chosen before; empty for the whole region.
    let before: String
    let map: Map?
    /// What has no place on the map.
    let others: [Town]?
    let crumbs: [Crumb]

    struct Map: Sendable {
        let width: String
        let height: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let town: Town
        /// The upper left corner of its button.
        let left: String
        let top: String
        /// The middle of its outline.
        let x: String
        let y: String
    }

    struct Town: Sendable {
        let ags: String
        let name: String
        let isChosen: Bool
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = IdeaPlacePage(
        heading: "Um welchen Ort geht es?", formAction: "/ideen/neu#kommune", formKey: "1.2.3",
        fields: [IdeaSimilarPage.Field(name: "titel", value: "Bänke")], before: "05913000",
        map: Map(
            width: "120", height: "130",
            cells: [
                Cell(
                    town: Town(ags: "05913000", name: "Dortmund", isChosen: true), left: "10", top: "8", x: "56",
                    y: "60")
            ]),
        others: [Town(ags: "05911000", name: "Bochum", isChosen: true)],
        crumbs: [Crumb(label: "Ideen", link: "/ideen")])
}

extension IdeaPlacePage {
    /// Half the width and height of a hexagon, which a button fills.
    private static let (halfWidth, halfHeight) = (46, 53)

    init(
        _ form: IdeaForm, _ towns: [MappedMunicipality], _ map: HexagonMap, formKey: String, in context: SiteContext
    ) {
        let named = Dictionary(
            towns.map { ($0.id, Town(ags: $0.ags, name: $0.name, isChosen: $0.ags == form.municipality)) },
            uniquingKeysWith: { first, _ in first })
        let drawing = HexagonDrawing(map)
        let cells = map.places.compactMap { place -> Cell? in
            let (x, y) = drawing.centre(of: place.cell)
            return named[place.id].map { town in
                Cell(
                    town: town, left: String(x - Self.halfWidth), top: String(y - Self.halfHeight), x: String(x),
                    y: String(y))
            }
        }
        let unplaced = map.unplaced.compactMap { named[$0] }
        heading = context.text("ideas.form.municipality")
        formAction = context.links.to(IdeaPaths.new) + "#" + IdeaForm.Field.municipality
        self.formKey = formKey
        fields = form.typed.filter { $0.name != IdeaForm.Field.municipality }
            .map { IdeaSimilarPage.Field(name: $0.name, value: $0.value) }
        before = form.municipality ?? ""
        self.map =
            cells.isEmpty ? nil : Map(width: String(drawing.width), height: String(drawing.height), cells: cells)
        others = unplaced.isEmpty ? nil : unplaced
        crumbs = [context.ideasCrumb]
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Places on a grid of hexagons: each has a cell of its own, and who is neighbour of whom stays recognisable.
///
/// The same places always give the same map, in whatever order they come.
public struct HexagonMap: Equatable, Sendable {
    /// Row by row from the north-west.
    public let places: [Place]
    /// What has no coordinates, in the order in which it came.
    public let unplaced: [String]

    public struct Place: Equatable, Sendable {
        public let id: String
        public let cell: HexagonCell
    }

    /// Where something lies, in degrees; nil where that is not known.
    public struct Site: Equatable, Sendable {
        public let id: String
        public let latitude: ScaledDecimal?
        public let longitude: ScaledDecimal?

        public init(id: String, latitude: ScaledDecimal?, longitude: ScaledDecimal?) {
            self.id = id
            self.latitude = latitude
            self.longitude = longitude
        }

        var position: MapPoint? {
            guard let latitude, let longitude else { return nil }
            return MapPoint(x: longitude.degrees, y: latitude.degrees)
        }
    }

    public init(_ sites: [Site]) {
        let known = sites.compactMap { site in site.position.map { (id: site.id, position: $0) } }
            .sorted { ($0.position.y, $0.position.x, $0.id) > ($1.position.y, $1.position.x, $1.id) }
        let targets = MapProjection.targets(of: known.map(\.position))
        var arrangement = HexagonArrangement(targets)
        arrangement.improve()
        let west = arrangement.cells.map(\.x).min() ?? 0
        let north = arrangement.cells.map(\.row).min() ?? 0
        places = zip(known, arrangement.cells)
            .map { Place(id: $0.id, cell: HexagonCell(x: $1.x - west, row: $1.row - north)) }
            .sorted { ($0.cell.row, $0.cell.x) < ($1.cell.row, $1.cell.x) }
        unplaced = sites.filter { $0.position == nil }.map(\.id)
    }
}

/// A cell of the grid, standing on its point. Cells of a row lie two steps of `x` apart, those of the next row one.
public struct HexagonCell: Hashable, Sendable {
    /// In halves of a cell's width.
    public let x: Int
    public let row: Int

    public init(x: Int, row: Int) {
        self.x = x
        self.row = row
    }

    /// Clockwise from the east.
    public var neighbours: [HexagonCell] {
        [(2, 0), (1, 1), (-1, 1), (-2, 0), (-1, -1), (1, -1)].map { HexagonCell(x: x + $0, row: row + $1) }
    }

    /// In steps from cell to cell.
    func distance(to other: HexagonCell) -> Int {
        let rows = abs(row - other.row)
        return rows + max(0, (abs(x - other.x) - rows) / 2)
    }

    /// Measured in widths of a cell.
    var centre: MapPoint { MapPoint(x: Double(x) / 2, y: Double(row) * Self.rowHeight) }

    /// Half the square root of three: how much lower the next row lies, in widths of a cell.
    static let rowHeight = 0.866_025_403_784_438_6

    /// The cells that are exactly so many steps away.
    func ring(_ distance: Int) -> [HexagonCell] {
        guard distance > 0 else { return [self] }
        return (-distance...distance).flatMap { down -> [HexagonCell] in
            let reach = 2 * distance - abs(down)
            let steps = abs(down) == distance ? Array(stride(from: -reach, through: reach, by: 2)) : [-reach, reach]
            return steps.map { HexagonCell(x: x + $0, row: row + down) }
        }
    }

    /// The cell of the grid in which a point lies, or one beside it.
    static func near(_ point: MapPoint) -> HexagonCell {
        let row = Int((point.y / rowHeight).rounded())
        let isShifted = row & 1
        return HexagonCell(x: 2 * Int((point.x - Double(isShifted) / 2).rounded()) + isShifted, row: row)
    }
}

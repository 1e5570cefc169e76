// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A point on a plane.
struct MapPoint: Equatable, Sendable {
    let x: Double
    let y: Double

    func squaredDistance(to other: MapPoint) -> Double {
        (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
    }
}

extension ScaledDecimal {
    /// For drawing only: what is stored and shown stays exact.
    var degrees: Double { Double(units) / pow(10, Double(scale)) }
}

/// From degrees to the plane of the grid, on which a cell is one wide and south is down.
enum MapProjection {
    /// A third more cells than places leave room to keep the outline.
    static let cellsForEachPlace = 1.3
    /// How much a place's rank among the others counts against its true position; ranks spread out what is crowded.
    static let weightOfRank = 0.5

    /// Where each place would like to lie.
    static func targets(of positions: [MapPoint]) -> [MapPoint] {
        let plane = projected(positions)
        let (xs, ys) = (plane.map(\.x), plane.map(\.y))
        let width = cellWidth(count: plane.count, across: extent(xs), down: extent(ys))
        return zip(spread(xs), spread(ys)).map { MapPoint(x: $0 / width, y: $1 / width) }
    }

    /// Degrees of latitude in both directions: those of longitude are shorter the further north.
    static func projected(_ positions: [MapPoint]) -> [MapPoint] {
        guard !positions.isEmpty else { return [] }
        let middle = positions.map(\.y).reduce(0, +) / Double(positions.count)
        let shortening = cos(middle * .pi / 180)
        return positions.map { MapPoint(x: $0.x * shortening, y: -$0.y) }
    }

    private static func cellWidth(count: Int, across: Double, down: Double) -> Double {
        let cells = cellsForEachPlace * Double(count)
        let width = (across * down / (cells * HexagonCell.rowHeight)).squareRoot()
        let inOneLine = max(across, down) / max(cells, 1)
        let widest = max(width, inOneLine)
        return widest > 0 ? widest : 1
    }

    private static func extent(_ values: [Double]) -> Double {
        (values.max() ?? 0) - (values.min() ?? 0)
    }

    /// The values from 0 on, drawn towards even steps; equal values stay equal.
    private static func spread(_ values: [Double]) -> [Double] {
        guard let least = values.min(), values.count > 1 else { return values.map { _ in 0 } }
        let step = extent(values) / Double(values.count - 1)
        return values.map { value in
            let below = values.count { $0 < value }
            let equal = values.count { $0 == value }
            let rank = Double(below) + Double(equal - 1) / 2
            return weightOfRank * rank * step + (1 - weightOfRank) * (value - least)
        }
    }
}

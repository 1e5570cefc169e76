// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The real borders of a place: outer rings and holes alike, in degrees, each without its last point again.
public struct BorderShape: Sendable {
    public let ags: String
    public let rings: [[(longitude: Double, latitude: Double)]]

    public init(ags: String, rings: [[(longitude: Double, latitude: Double)]]) {
        self.ags = ags
        self.rings = rings
    }
}

/// A point of a drawing, in whole units from the north-west.
struct GridPoint: Hashable, Comparable, Sendable {
    let x: Int
    let y: Int

    static func < (left: GridPoint, right: GridPoint) -> Bool { (left.x, left.y) < (right.x, right.y) }
}

/// Borders as they are drawn: projected, laid on a grid and simplified so that neighbours still touch.
///
/// The projection is that of the hexagons: degrees of longitude shortened by the cosine of the middle latitude. The
/// longer side is `longestSide` units. Rings are simplified by `BorderArcs`, with a tolerance that doubles until at
/// most `mostPoints` are left; islands too small to be seen go, but each place keeps its largest part.
struct BorderDrawing: Equatable {
    static let longestSide = 4000
    static let mostPoints = 12_000
    /// In units: about one pixel on a wide screen.
    static let tolerance = 6
    /// The smallest part of a place that is drawn, in square units.
    static let smallestPart = 60

    let width: Int
    let height: Int
    /// In the order of the shapes.
    let places: [Place]
    let points: Int

    struct Place: Equatable {
        let ags: String
        let path: String
        let label: GridPoint
    }

    /// Nil when there is nothing to draw.
    init?(_ shapes: [BorderShape]) {
        let all = shapes.flatMap { $0.rings.joined() }
        guard let north = all.map(\.latitude).max(), let south = all.map(\.latitude).min(),
            let west = all.map(\.longitude).min(), let east = all.map(\.longitude).max()
        else { return nil }
        let shortening = cos((north + south) / 2 * .pi / 180)
        let scale = Double(Self.longestSide) / max((east - west) * shortening, north - south, 0.000_001)
        let grid = shapes.map { shape in
            shape.rings.map { ring in
                Self.withoutRepeats(
                    ring.map { point in
                        GridPoint(
                            x: Int(((point.longitude - west) * shortening * scale).rounded()),
                            y: Int(((north - point.latitude) * scale).rounded()))
                    })
            }.filter { $0.count > 2 }
        }
        var tolerance = Self.tolerance
        var simple = BorderArcs(grid).simplified(within: tolerance)
        while simple.joined().joined().count > Self.mostPoints, tolerance < Self.longestSide / 8 {
            tolerance *= 2
            simple = BorderArcs(grid).simplified(within: tolerance)
        }
        width = max(1, Int(((east - west) * shortening * scale).rounded()))
        height = max(1, Int(((north - south) * scale).rounded()))
        let drawn = zip(grid, simple).map { Self.parts(of: $0, simplified: $1) }
        points = drawn.joined().joined().count
        places = zip(shapes, drawn).compactMap { shape, rings in
            guard let largest = rings.max(by: { Self.area($0) < Self.area($1) }) else { return nil }
            return Place(
                ags: shape.ags, path: rings.map(Self.path).joined(), label: Self.label(in: largest))
        }
    }

    private static func withoutRepeats(_ ring: [GridPoint]) -> [GridPoint] {
        var kept: [GridPoint] = []
        for point in ring where kept.last != point { kept.append(point) }
        if kept.count > 1, kept.first == kept.last { kept.removeLast() }
        return kept
    }

    /// What is large enough to be seen; of a place that would vanish, its largest part as it was.
    private static func parts(of rings: [[GridPoint]], simplified: [[GridPoint]]) -> [[GridPoint]] {
        let large = simplified.filter { $0.count > 2 && area($0) >= smallestPart }
        guard large.isEmpty else { return large }
        return rings.max { area($0) < area($1) }.map { [$0] } ?? []
    }

    private static func path(_ ring: [GridPoint]) -> String {
        let steps = ring.map { "\($0.x) \($0.y)" }
        return "M" + steps.joined(separator: "L") + "Z"
    }

    /// By the shoelace formula.
    static func area(_ ring: [GridPoint]) -> Int {
        let doubled = zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) {
            $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
        }
        return abs(doubled) / 2
    }

    /// The middle of the widest stretch inside the ring at the height of its middle: always inside, unlike a centroid.
    static func label(in ring: [GridPoint]) -> GridPoint {
        let ys = ring.map(\.y)
        let middle = ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2
        let height = Double(middle) + 0.5
        let crossings = zip(ring, ring.dropFirst() + ring.prefix(1)).compactMap { from, to -> Double? in
            let (low, high) = (Double(min(from.y, to.y)), Double(max(from.y, to.y)))
            guard low < height, height < high else { return nil }
            return Double(from.x) + (height - Double(from.y)) * Double(to.x - from.x) / Double(to.y - from.y)
        }.sorted()
        let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
        guard let widest = stretches.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return ring[0] }
        return GridPoint(x: Int(((widest.0 + widest.1) / 2).rounded()), y: middle)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Rings cut into arcs where borders part, as TopoJSON does it, so that two neighbours share the arc between them: it
/// is simplified once and the same for both, and no gap opens.
///
/// An arc is simplified after Ramer (1972) and Douglas and Peucker (1973): of all points between two that are kept, the
/// farthest from the straight line is kept as well if it lies farther away than the tolerance.
struct BorderArcs {
    private let shapes: [[[GridPoint]]]
    private let junctions: Set<GridPoint>

    private struct Neighbours: Equatable {
        let first: GridPoint
        let second: GridPoint

        init(_ one: GridPoint, _ other: GridPoint) {
            first = min(one, other)
            second = max(one, other)
        }
    }

    /// - Parameter shapes: for each place its rings, without repeated points
    init(_ shapes: [[[GridPoint]]]) {
        self.shapes = shapes
        var known: [GridPoint: Neighbours] = [:]
        var junctions: Set<GridPoint> = []
        for ring in shapes.joined() {
            for (index, point) in ring.enumerated() {
                let before = ring[(index + ring.count - 1) % ring.count]
                let neighbours = Neighbours(before, ring[(index + 1) % ring.count])
                if let other = known[point] {
                    if other != neighbours { junctions.insert(point) }
                } else {
                    known[point] = neighbours
                }
            }
        }
        self.junctions = junctions
    }

    /// The rings with fewer points; one that collapses has fewer than three.
    func simplified(within tolerance: Int) -> [[[GridPoint]]] {
        shapes.map { rings in
            rings.map { ring in
                arcs(of: ring).flatMap { Self.simplified($0, within: tolerance).dropLast() }
            }
        }
    }

    /// The ring as arcs from junction to junction; without one it is a single arc from its smallest point.
    private func arcs(of ring: [GridPoint]) -> [[GridPoint]] {
        let cuts = ring.indices.filter { junctions.contains(ring[$0]) }
        let start = cuts.first ?? ring.indices.min { ring[$0] < ring[$1] } ?? 0
        let turned = Array(ring[start...] + ring[..<start]) + [ring[start]]
        let ends = cuts.dropFirst().map { $0 - start } + [ring.count]
        var arcs: [[GridPoint]] = []
        var from = 0
        for end in ends {
            arcs.append(Array(turned[from...end]))
            from = end
        }
        return arcs
    }

    /// In whichever direction an arc is walked, the same points are kept.
    private static func simplified(_ arc: [GridPoint], within tolerance: Int) -> [GridPoint] {
        let isClosed = arc.first == arc.last
        let isForward = isClosed ? arc[1] <= arc[arc.count - 2] : arc[0] <= arc[arc.count - 1]
        let kept = douglasPeucker(isForward ? arc : arc.reversed(), within: tolerance)
        return isForward ? kept : kept.reversed()
    }

    private static func douglasPeucker(_ arc: [GridPoint], within tolerance: Int) -> [GridPoint] {
        let limit = Double(tolerance * tolerance)
        var isKept = Array(repeating: false, count: arc.count)
        isKept[0] = true
        isKept[arc.count - 1] = true
        var open = [(0, arc.count - 1)]
        while let (from, to) = open.popLast() {
            guard to - from > 1 else { continue }
            var farthest = (index: from, distance: -1.0)
            for index in (from + 1)..<to {
                let distance = squaredDistance(of: arc[index], from: arc[from], to: arc[to])
                if distance > farthest.distance { farthest = (index, distance) }
            }
            guard farthest.distance > limit else { continue }
            isKept[farthest.index] = true
            open.append((from, farthest.index))
            open.append((farthest.index, to))
        }
        return zip(arc, isKept).filter(\.1).map(\.0)
    }

    /// From a point to a stretch; to its end where both ends are the same, as in an arc that is a whole ring.
    private static func squaredDistance(of point: GridPoint, from start: GridPoint, to end: GridPoint) -> Double {
        let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
        let (px, py) = (Double(point.x - start.x), Double(point.y - start.y))
        let length = dx * dx + dy * dy
        let along = length > 0 ? min(1, max(0, (px * dx + py * dy) / length)) : 0
        return (px - along * dx) * (px - along * dx) + (py - along * dy) * (py - along * dy)
    }
}

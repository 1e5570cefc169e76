// SPDX-License-Identifier: EUPL-1.2

/// Which place has which cell. Starts with the nearest free cell from the middle outwards and then moves and swaps
/// as long as that brings places nearer to their targets or neighbours nearer to each other.
struct HexagonArrangement: Sendable {
    private let targets: [MapPoint]
    /// For each place the places that lie beside it on the land.
    private let neighbours: [[Int]]
    private(set) var cells: [HexagonCell]
    private var occupants: [HexagonCell: Int] = [:]

    /// How much a step between two neighbours counts against a cell's width between a place and its target.
    private static let weightOfNeighbours = 0.35
    /// No map needed more than a dozen rounds; the bound keeps a page from taking long whatever comes.
    private static let mostRounds = 60
    private static let reach = 3

    init(_ targets: [MapPoint]) {
        self.targets = targets
        neighbours = Self.neighbours(among: targets)
        cells = targets.map(HexagonCell.near)
        let middle = MapPoint(x: Self.mean(targets.map(\.x)), y: Self.mean(targets.map(\.y)))
        let distances = targets.map { $0.squaredDistance(to: middle) }
        for place in targets.indices.sorted(by: { (distances[$0], $0) < (distances[$1], $1) }) {
            cells[place] = nearestFreeCell(to: targets[place])
            occupants[cells[place]] = place
        }
    }

    /// Ends when no single move or swap makes the map better.
    mutating func improve() {
        for _ in 0..<Self.mostRounds {
            var hasChanged = false
            for place in cells.indices where improve(place) { hasChanged = true }
            if !hasChanged { return }
        }
    }

    private mutating func improve(_ place: Int) -> Bool {
        let wished = HexagonCell.near(targets[place])
        let around = (1...Self.reach).flatMap { cells[place].ring($0) } + [wished] + wished.neighbours
        var best: (cell: HexagonCell, gain: Double)?
        for cell in around where cell != cells[place] {
            let gain = gain(of: place, to: cell)
            if gain > (best?.gain ?? 1e-9) { best = (cell, gain) }
        }
        guard let best else { return false }
        move(place, to: best.cell)
        return true
    }

    /// By how much the map gets better when a place takes a cell and whoever is there takes its own.
    private mutating func gain(of place: Int, to cell: HexagonCell) -> Double {
        let other = occupants[cell]
        let start = cells[place]
        let before = cost(of: place) + (other.map(cost) ?? 0)
        cells[place] = cell
        if let other { cells[other] = start }
        let after = cost(of: place) + (other.map(cost) ?? 0)
        cells[place] = start
        if let other { cells[other] = cell }
        return before - after
    }

    private func cost(of place: Int) -> Double {
        let broken = neighbours[place].reduce(0) { sum, other in
            let steps = cells[place].distance(to: cells[other]) - 1
            return sum + steps * steps
        }
        return cells[place].centre.squaredDistance(to: targets[place]) + Self.weightOfNeighbours * Double(broken)
    }

    private mutating func move(_ place: Int, to cell: HexagonCell) {
        let start = cells[place]
        let other = occupants[cell]
        occupants[start] = other
        if let other { cells[other] = start }
        occupants[cell] = place
        cells[place] = cell
    }

    private func nearestFreeCell(to target: MapPoint) -> HexagonCell {
        let start = HexagonCell.near(target)
        var best: (cell: HexagonCell, distance: Double)?
        var steps = 0
        while best.map({ Double(steps - 2) * HexagonCell.rowHeight < $0.distance.squareRoot() }) ?? true {
            for cell in start.ring(steps) where occupants[cell] == nil {
                let distance = cell.centre.squaredDistance(to: target)
                if distance < (best?.distance ?? .infinity) { best = (cell, distance) }
            }
            steps += 1
        }
        return best?.cell ?? start
    }

    /// Two places are neighbours when no third lies in the circle over the line between them.
    static func neighbours(among points: [MapPoint]) -> [[Int]] {
        points.indices.map { first in
            let lengths = points.map { $0.squaredDistance(to: points[first]) }
            // Whoever parts two places lies nearer to each of them than the other, so only the nearer ones are asked.
            let nearest = points.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
            return nearest.indices.filter { rank in
                let second = nearest[rank]
                return second != first
                    && !nearest[..<rank].contains { third in
                        lengths[third] + points[third].squaredDistance(to: points[second]) < lengths[second]
                    }
            }.map { nearest[$0] }.sorted()
        }
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// A walk along the thread in one direction, fed level by level with what hangs on the matters reached last.
///
/// Forwards it meets descendants only and backwards ancestors only, so that a matter does not drag in its siblings.
struct ThreadWalk {
    static let mostMatters = 200
    /// More than this of one kind, hanging on one matter in the same way, are told as one group and not followed.
    static let mostAlike: Int64 = 8
    static let mostDetails: Int64 = 2

    let start: String
    let direction: ThreadDirection
    /// In the order in which they were met, without the start.
    private(set) var reached: [String] = []
    private(set) var edges: [ThreadEdge] = []
    private(set) var groups: [Group] = []
    /// There was more than a page can tell.
    private(set) var isShortened = false
    private var known: Set<String>

    struct Group: Equatable {
        let near: String
        let link: LinkKind
        let kind: MatterKind
        let count: Int64
        var matters: [String]
    }

    init(from start: String, _ direction: ThreadDirection) {
        self.start = start
        self.direction = direction
        known = [start]
    }

    /// Takes in what hangs on the matters reached last, and tells from which of it the walk goes on.
    mutating func take(_ neighbours: [ThreadNeighbour]) -> [String] {
        var next: [String] = []
        for neighbour in neighbours {
            let far = neighbour.edge.far(direction)
            guard far != start else { continue }
            if neighbour.count > (neighbour.farKind.isDetail ? Self.mostDetails : Self.mostAlike) {
                gather(far, of: neighbour)
            } else if known.contains(far) {
                edges.append(neighbour.edge)
            } else if reached.count < Self.mostMatters {
                known.insert(far)
                reached.append(far)
                edges.append(neighbour.edge)
                if !neighbour.farKind.isCrossroads { next.append(far) }
            } else {
                isShortened = true
            }
        }
        return next
    }

    /// Says that the walk has stopped although the thread goes on.
    mutating func shorten() {
        isShortened = true
    }

    private mutating func gather(_ far: String, of neighbour: ThreadNeighbour) {
        let near = neighbour.edge.near(direction)
        let index = groups.firstIndex {
            $0.near == near && $0.link == neighbour.edge.kind && $0.kind == neighbour.farKind
        }
        if let index {
            groups[index].matters.append(far)
        } else {
            groups.append(
                Group(
                    near: near, link: neighbour.edge.kind, kind: neighbour.farKind, count: neighbour.count,
                    matters: [far]))
        }
    }

    /// How far each matter is from the start by the longest way, so that an idea stands before the proposal that took
    /// it up even where a shorter way leads past the proposal.
    var distances: [String: Int] {
        var distances = [start: 0]
        for _ in 0..<RedThread.deepest {
            for edge in edges {
                guard let near = distances[edge.near(direction)], near < RedThread.deepest else { continue }
                let far = edge.far(direction)
                distances[far] = max(distances[far] ?? 0, near + 1)
            }
        }
        return distances
    }
}

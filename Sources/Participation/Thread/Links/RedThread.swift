// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The red thread through one matter: where it came from and what became of it, both as far as it is documented.
public struct RedThread: Equatable, Sendable {
    public let start: MatterSummary
    /// Why the start ended or was decided as it was.
    public let reason: ThreadReason?
    /// The nearest level first.
    public let origins: [ThreadLevel]
    public let results: [ThreadLevel]
    /// What hangs together with the start without being its origin or result.
    public let related: [ThreadStep]
    /// There is more than a page can tell.
    public let isShortened: Bool

    /// All matters that appear, for instance to look up their titles in another language.
    public var matters: [String] {
        [start.id]
            + (origins + results).flatMap { level in
                level.steps.map(\.matter.id) + level.groups.flatMap { $0.matters.map(\.id) }
            } + related.map(\.matter.id)
    }
}

/// What stands equally far from the start.
public struct ThreadLevel: Equatable, Sendable {
    public let distance: Int
    public let steps: [ThreadStep]
    public let groups: [ThreadGroup]
}

/// A matter on the thread, with the edges that tie it to what is nearer to the start.
public struct ThreadStep: Equatable, Sendable {
    public let matter: MatterSummary
    public let edges: [ThreadEdge]
    /// Why it ended or was decided as it was.
    public let reason: ThreadReason?
}

/// Why something ended or was decided as it was, said where the thread tells of it.
public struct ThreadReason: Equatable, Sendable {
    /// The column it stands in, under which its versions in other languages are kept.
    public let field: String
    public let text: String
}

/// Many matters of one kind that hang on the same matter in the same way, told as a number.
public struct ThreadGroup: Equatable, Sendable {
    public let kind: MatterKind
    public let link: LinkKind
    /// What they hang on.
    public let near: String
    public let count: Int64
    /// The first of them.
    public let matters: [MatterSummary]
}

extension RedThread {
    /// How many levels a whole thread has at most, each way.
    public static let deepest = 8

    /// Follows the thread in both directions, level by level; the number of statements depends on the depth alone.
    /// - Parameter depth: how many levels each way; one for an excerpt.
    public static func load(
        from start: MatterSummary, depth: Int = deepest, in programme: String, _ db: Connection
    ) throws -> RedThread {
        // Forums and consultations are few, and a thousand steps lead to each.
        guard start.kind == .forum || start.kind == .consultation else {
            return try read(from: start, depth: depth, in: programme, db)
        }
        return try db.counted("thread of \(start.id), \(depth) levels", in: programme) {
            try read(from: start, depth: depth, in: programme, db)
        }
    }

    private static func read(
        from start: MatterSummary, depth: Int, in programme: String, _ db: Connection
    ) throws -> RedThread {
        let origins = try walk(from: start.id, .origins, depth: depth, in: programme, db)
        let results = try walk(from: start.id, .results, depth: depth, in: programme, db)
        let related = try ThreadEdge.related(to: start.id, in: programme, db)
        let ids =
            [origins, results].flatMap { $0.reached + $0.groups.flatMap(\.matters) }
            + related.map { $0.from == start.id ? $0.to : $0.from }
        let summaries = try MatterSummary.list(ids, in: programme, db)
        let reasons = try ThreadReason.list(of: [start.id] + origins.reached + results.reached, in: programme, db)
        let known = Dictionary(summaries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return RedThread(
            start: start, reason: reasons[start.id], origins: levels(of: origins, known, reasons),
            results: levels(of: results, known, reasons),
            related: related.compactMap { edge in
                known[edge.from == start.id ? edge.to : edge.from].map {
                    ThreadStep(matter: $0, edges: [edge], reason: nil)
                }
            },
            isShortened: origins.isShortened || results.isShortened)
    }

    private static func walk(
        from start: String, _ direction: ThreadDirection, depth: Int, in programme: String, _ db: Connection
    ) throws -> ThreadWalk {
        var walk = ThreadWalk(from: start, direction)
        var frontier = [start]
        for _ in 0..<depth where !frontier.isEmpty {
            frontier = walk.take(try ThreadNeighbour.list(of: frontier, direction, in: programme, db))
        }
        if depth == deepest, !frontier.isEmpty { walk.shorten() }
        return walk
    }

    /// Sorts what a walk has met into levels: the nearest first, each level by date.
    static func levels(
        of walk: ThreadWalk, _ known: [String: MatterSummary], _ reasons: [String: ThreadReason]
    ) -> [ThreadLevel] {
        let distances = walk.distances
        let steps = walk.reached.compactMap { id in
            known[id].map { matter in
                ThreadStep(
                    matter: matter, edges: walk.edges.filter { $0.far(walk.direction) == id }, reason: reasons[id])
            }
        }
        let groups = walk.groups.map { group in
            ThreadGroup(
                kind: group.kind, link: group.link, near: group.near, count: group.count,
                matters: group.matters.compactMap { known[$0] })
        }
        return (1...deepest + 1).compactMap { distance in
            let near = steps.filter { distances[$0.matter.id] == distance }.sorted(by: ThreadStep.isEarlier)
            let alike = groups.filter { (distances[$0.near] ?? 0) + 1 == distance }
            return near.isEmpty && alike.isEmpty ? nil : ThreadLevel(distance: distance, steps: near, groups: alike)
        }
    }
}

extension ThreadStep {
    /// By date as far as it is known; then in the order of the programme's phases, then by number.
    static func isEarlier(_ left: ThreadStep, _ right: ThreadStep) -> Bool {
        left.order < right.order
    }

    private var order: (String, Int, Int64, String) {
        (
            matter.datedOn?.text ?? "9999", MatterKind.allCases.firstIndex(of: matter.kind) ?? 0,
            matter.number ?? .max, matter.id
        )
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct ThreadWalkTests {
    @Test func `an idea stands before the proposal that took it up, even where a shorter way leads past it`() {
        var walk = ThreadWalk(from: "project", .origins)
        _ = walk.take([step("idea", "project", .idea), step("decision", "project", .decision)])
        _ = walk.take([step("proposal", "decision", .proposal)])
        _ = walk.take([step("idea", "proposal", .idea)])

        #expect(walk.distances == ["project": 0, "decision": 1, "proposal": 2, "idea": 3])
    }

    @Test func `the walk ends at a forum and does not drag in what else it handled`() {
        var walk = ThreadWalk(from: "idea", .results)

        let next = walk.take([step("idea", "forum", .forum), step("idea", "project", .project)])

        #expect(next == ["project"])
        #expect(walk.reached == ["forum", "project"])
    }

    @Test(arguments: [(ThreadWalk.mostAlike, 1, 0), (ThreadWalk.mostAlike + 1, 0, 1)])
    func `many of one kind become a group that is not followed`(count: Int64, steps: Int, groups: Int) {
        var walk = ThreadWalk(from: "decision", .results)

        let next = walk.take([step("decision", "project", .project, count: count)])

        #expect(next.count == steps)
        #expect(walk.reached.count == steps)
        #expect(walk.groups.count == groups)
        #expect(walk.groups.allSatisfy { $0.count == count && $0.matters == ["project"] })
    }

    @Test func `links in a circle end the walk`() {
        var walk = ThreadWalk(from: "a", .results)
        var next = walk.take([step("a", "b", .idea)])
        next = walk.take([step("b", "c", .idea)])
        next = walk.take([step("c", "a", .idea), step("c", "b", .idea)])

        #expect(next == [])
        #expect(walk.reached == ["b", "c"])
        #expect(walk.distances.values.allSatisfy { $0 <= RedThread.deepest })
    }

    @Test func `a walk stops at its bound and says so`() {
        var walk = ThreadWalk(from: "start", .results)

        let next = walk.take((0...ThreadWalk.mostMatters).map { step("start", "idea \($0)", .idea) })

        #expect(next.count == ThreadWalk.mostMatters)
        #expect(walk.isShortened)
    }

    private func step(_ from: String, _ to: String, _ far: MatterKind, count: Int64 = 1) -> ThreadNeighbour {
        let edge = ThreadEdge(from: from, to: to, kind: .ledTo, effectiveOn: nil, confidence: nil, note: nil)
        return ThreadNeighbour(edge: edge, farKind: far, count: count)
    }
}

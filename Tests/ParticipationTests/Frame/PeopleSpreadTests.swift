// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct PeopleSpreadTests {
    @Test func `the same number for each person gives a coefficient of nought`() {
        #expect(spread([(1, 1000), (2, 2000), (5, 5000)]).giniHundredths == 0)
    }

    @Test func `all projects in one of ten equal towns give nine tenths`() {
        #expect(spread([(8, 100)] + Array(repeating: (0, 100), count: 9)).giniHundredths == 90)
    }

    @Test func `half the people with a quarter of the projects give a quarter`() {
        #expect(spread([(1, 100), (3, 100)]).giniHundredths == 25)
    }

    @Test func `without projects or people there is no coefficient`() {
        #expect(spread([(0, 100), (0, 200)]).giniHundredths == nil)
        #expect(spread([(3, 0)]).giniHundredths == nil)
    }

    @Test func `the fewest come first and of equals the larger town`() {
        let few = spread([(2, 100), (0, 50), (1, 100), (0, 80)]).fewest(3)
        #expect(few.map(\.id) == ["3", "1", "2"])
    }

    @Test func `towns that are equal in both are named together, and smaller ones without any are counted`() {
        let least = spread([(0, 50), (0, 80), (0, 50), (0, 20), (3, 100)]).leastServed(2)
        #expect(least.named.map(\.id) == ["1", "0", "2"])
        #expect(least.withoutAny == 1)
        #expect(spread([]).leastServed(5).named.isEmpty)
    }

    @Test func `towns with the same for each person share a rank`() {
        let towns = spread([(1, 100), (2, 200), (3, 100), (0, 10)])
        #expect(["0", "1", "2", "3"].map { towns.rank(of: $0) } == [2, 2, 1, 4])
        #expect(towns.rank(of: "9") == nil)
    }

    @Test func `the money of a whole state does not overflow`() {
        let towns = spread(Array(repeating: (1_000_000_000_000, 9_000_000), count: 40))
        #expect(towns.giniHundredths == 0)
    }

    @Test func `projects for a hundred thousand people are rounded to tenths`() {
        #expect(PeopleSpread.tenths(projects: 13, population: 583_109) == 22)
        #expect(PeopleSpread.tenths(projects: 1, population: 0) == nil)
    }

    private func spread(_ places: [(amount: Int64, population: Int64)]) -> PeopleSpread {
        PeopleSpread(
            places.enumerated().map {
                PeopleSpread.Place(id: "\($0)", amount: $1.amount, population: $1.population)
            })
    }
}

@Suite struct ShadeClassesTests {
    @Test func `ten different values make five classes of two`() {
        let classes = ShadeClasses(Array(1...10))
        #expect(classes.ranges == [1...2, 3...4, 5...6, 7...8, 9...10])
        #expect(classes.number(of: 1) == 1)
        #expect(classes.number(of: 10) == 5)
    }

    @Test func `nought is a class of its own`() {
        let classes = ShadeClasses([0, 0, 0, 1, 2, 3, 4])
        #expect(classes.ranges == [0...0, 1...1, 2...2, 3...3, 4...4])
    }

    @Test func `equal values stay together even when fewer classes are left`() {
        let classes = ShadeClasses(Array(repeating: 1, count: 30) + [5, 6, 13])
        #expect(classes.ranges == [1...1, 5...5, 6...6, 13...13])
        #expect(classes.number(of: 13) == 4)
        #expect(classes.number(of: 7) == nil)
    }

    @Test func `without values there are no classes`() {
        #expect(ShadeClasses([]).ranges.isEmpty)
    }
}

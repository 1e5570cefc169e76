// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct HexagonMapTests {
    @Test(arguments: [("ruhr-konferenz", 53), ("musterregion", 14)])
    func `every town of a bundled programme has a cell of its own`(slug: String, count: Int) async throws {
        let map = HexagonMap(try await sites(of: slug))
        #expect(map.places.count == count)
        #expect(Set(map.places.map(\.cell)).count == count)
        #expect(map.unplaced.isEmpty)
    }

    @Test func `the same towns in another order give the same map`() async throws {
        let sites = try await sites(of: "ruhr-konferenz")
        let map = HexagonMap(sites)
        #expect(HexagonMap(sites.reversed()) == map)
        #expect(HexagonMap(sites.shuffled()) == map)
    }

    @Test(arguments: ["ruhr-konferenz", "musterregion"])
    func `towns stay near where they lie`(slug: String) async throws {
        let sites = try await sites(of: slug).filter { $0.position != nil }
        let targets = MapProjection.targets(of: sites.compactMap(\.position))
        var arrangement = HexagonArrangement(targets)
        arrangement.improve()
        let distances = zip(targets, arrangement.cells).map { $0.squaredDistance(to: $1.centre).squareRoot() }
        #expect(distances.reduce(0, +) / Double(distances.count) < 0.9)
        #expect((distances.max() ?? 0) < 2.5)
    }

    @Test(arguments: ["ruhr-konferenz", "musterregion"])
    func `north stays north and west stays west`(slug: String) async throws {
        let sites = try await sites(of: slug)
        let cells = cells(of: HexagonMap(sites))
        let points = MapProjection.projected(sites.compactMap(\.position))
        let placed = try sites.map { try #require(cells[$0.id]) }
        #expect(rankCorrelation(points.map(\.x), placed.map { Double($0.x) }) >= 0.9)
        #expect(rankCorrelation(points.map(\.y), placed.map { Double($0.row) }) >= 0.9)
    }

    @Test func `most towns that lie side by side have cells that touch`() async throws {
        let sites = try await sites(of: "ruhr-konferenz")
        let cells = cells(of: HexagonMap(sites))
        let placed = try sites.map { try #require(cells[$0.id]) }
        let neighbours = HexagonArrangement.neighbours(among: MapProjection.projected(sites.compactMap(\.position)))
        var distances: [Int] = []
        for (place, others) in neighbours.enumerated() {
            distances += others.filter { $0 > place }.map { placed[place].distance(to: placed[$0]) }
        }
        let touching = distances.count { $0 == 1 }
        #expect(Double(touching) / Double(distances.count) >= 0.7)
        #expect((distances.max() ?? 0) <= 3)
    }

    @Test func `no town gives an empty map and one town one cell`() {
        #expect(HexagonMap([]).places.isEmpty)
        let one = HexagonMap([site("a", 51, 7)])
        #expect(one.places == [HexagonMap.Place(id: "a", cell: HexagonCell(x: 0, row: 0))])
    }

    @Test func `of two towns the northern one is further up and the western one further left`() {
        let upright = cells(of: HexagonMap([site("south", 50, 7), site("north", 51, 7)]))
        #expect((upright["north"]?.row ?? 0) < (upright["south"]?.row ?? 0))
        let level = cells(of: HexagonMap([site("east", 51, 8), site("west", 51, 7)]))
        #expect((level["west"]?.x ?? 0) < (level["east"]?.x ?? 0))
        #expect(level["west"]?.row == level["east"]?.row)
    }

    @Test func `towns in one spot lie close together without sharing a cell`() {
        let map = HexagonMap((0..<19).map { site("town \($0)", 51, 7) })
        #expect(Set(map.places.map(\.cell)).count == 19)
        let cells: [HexagonCell] = map.places.map(\.cell)
        var widest = 0
        for first in cells {
            for second in cells { widest = max(widest, first.distance(to: second)) }
        }
        #expect(widest <= 5)
    }

    @Test func `towns without coordinates are named and not drawn`() {
        let map = HexagonMap([
            HexagonMap.Site(id: "unknown", latitude: nil, longitude: nil), site("known", 51, 7),
            HexagonMap.Site(id: "half", latitude: ScaledDecimal(units: 51, scale: 0), longitude: nil),
        ])
        #expect(map.places.map(\.id) == ["known"])
        #expect(map.unplaced == ["unknown", "half"])
    }

    @Test func `neighbours are those between whom no third lies`() {
        let points: [MapPoint] = (0..<60).map { (number: Int) -> MapPoint in
            let (across, down) = (number * 37 % 101, number * number * 13 % 97)
            return MapPoint(x: Double(across), y: Double(down))
        }
        func areNeighbours(_ one: MapPoint, _ other: MapPoint) -> Bool {
            let length: Double = one.squaredDistance(to: other)
            return !points.contains { (third: MapPoint) -> Bool in
                third.squaredDistance(to: one) + third.squaredDistance(to: other) < length
            }
        }
        let slow: [[Int]] = points.indices.map { first in
            points.indices.filter { $0 != first && areNeighbours(points[first], points[$0]) }
        }
        #expect(HexagonArrangement.neighbours(among: points) == slow)
    }

    @Test func `four hundred towns find their places`() {
        let sites = (0..<400).map { (number: Int) -> HexagonMap.Site in
            let latitude = Int64(50_000 + number * 7919 % 1000)
            let longitude = Int64(7_000 + number * number * 31 % 1511)
            return HexagonMap.Site(
                id: String(number), latitude: ScaledDecimal(units: latitude, scale: 3),
                longitude: ScaledDecimal(units: longitude, scale: 3))
        }
        let map = HexagonMap(sites)
        #expect(Set(map.places.map(\.cell)).count == 400)
    }

    @Test func `a cell has six neighbours one step away and a ring of twelve two steps away`() {
        let cell = HexagonCell(x: 3, row: 1)
        #expect(Set(cell.neighbours).count == 6)
        #expect(Set(cell.neighbours) == Set(cell.ring(1)))
        #expect(Set(cell.ring(2)).count == 12)
        #expect(cell.ring(2).allSatisfy { cell.distance(to: $0) == 2 })
    }

    private func sites(of slug: String) async throws -> [HexagonMap.Site] {
        let database = try await Bundled.database(.sqlite)
        return try await database.read { db in
            let programme = try #require(
                try db.value("SELECT id FROM programme WHERE slug = \(slug)", as: String.self))
            return try MappedMunicipality.list(in: programme, db).map {
                HexagonMap.Site(id: $0.id, latitude: $0.latitude, longitude: $0.longitude)
            }
        }
    }

    private func site(_ id: String, _ latitude: Int64, _ longitude: Int64) -> HexagonMap.Site {
        HexagonMap.Site(
            id: id, latitude: ScaledDecimal(units: latitude, scale: 0),
            longitude: ScaledDecimal(units: longitude, scale: 0))
    }

    private func cells(of map: HexagonMap) -> [String: HexagonCell] {
        Dictionary(uniqueKeysWithValues: map.places.map { ($0.id, $0.cell) })
    }

    /// Spearman's: 1 when both lists rise together.
    private func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double {
        let (a, b) = (ranks(first), ranks(second))
        let mean = Double(a.count - 1) / 2
        var (both, left, right) = (0.0, 0.0, 0.0)
        for (one, other) in zip(a, b) {
            both += (one - mean) * (other - mean)
            left += (one - mean) * (one - mean)
            right += (other - mean) * (other - mean)
        }
        return both / (left * right).squareRoot()
    }

    private func ranks(_ values: [Double]) -> [Double] {
        values.map { value -> Double in
            let below = values.count { $0 < value }
            let equal = values.count { $0 == value }
            return Double(below) + Double(equal - 1) / 2
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// How evenly something that can be counted, projects or money, is spread over people, place by place.
///
/// Only places count of which both numbers are known: unknown is not nought.
public struct PeopleSpread: Sendable {
    public let places: [Place]

    public struct Place: Equatable, Sendable {
        public let id: String
        public let amount: Int64
        public let population: Int64

        public init(id: String, amount: Int64, population: Int64) {
            self.id = id
            self.amount = amount
            self.population = population
        }
    }

    /// - Parameter places: those without people are left out: nothing can be divided by them
    public init(_ places: [Place]) {
        self.places = places.filter { $0.population > 0 }
    }

    /// Projects for 100,000 people in tenths, rounded.
    public static func tenths(projects: Int64, population: Int64) -> Int64? {
        population > 0 ? (projects * 1_000_000 + population / 2) / population : nil
    }

    /// The places with the least for each person, the least first; of equals, the larger place first.
    public func fewest(_ count: Int) -> [Place] {
        Array(fromFewest.prefix(count))
    }

    /// The places with the least for each person. Of equals the larger comes first, since more people go without; what
    /// is equal in both is named as well, so there can be more than `count`.
    public func leastServed(_ count: Int) -> LeastServed {
        let ordered = fromFewest
        guard let last = ordered.prefix(count).last else { return LeastServed(named: [], withoutAny: 0) }
        let equals = ordered.dropFirst(count).prefix {
            Self.haveTheSame($0, last) && $0.population == last.population
        }
        let named = Array(ordered.prefix(count)) + equals
        return LeastServed(
            named: named, withoutAny: ordered.dropFirst(named.count).filter { $0.amount == 0 }.count)
    }

    public struct LeastServed: Equatable, Sendable {
        public let named: [Place]
        /// How many more have none at all, though they are smaller than those that are named.
        public let withoutAny: Int
    }

    /// The Gini coefficient in hundredths: 0 when every person has the same in their place, near 100 when all is in one
    /// small place. Nil where there is nothing to share.
    ///
    /// Corrado Gini, “Variabilità e mutabilità” (Bologna 1912), as twice the area between the line of equality and the
    /// Lorenz curve (M. O. Lorenz, “Methods of Measuring the Concentration of Wealth”, 1905). Places are put in the
    /// order of what they have for each person; with pᵢ the part of all people who live in place i and Sᵢ the part of
    /// the whole that the first i places have, G = 1 − Σ pᵢ (Sᵢ₋₁ + Sᵢ). Places are weighted by their people, and
    /// differences within a place are not seen.
    public var giniHundredths: Int64? {
        let whole = places.map { Int128($0.amount) }.reduce(0, +)
        let people = places.map { Int128($0.population) }.reduce(0, +)
        guard whole > 0 else { return nil }
        var seen: Int128 = 0
        var area: Int128 = 0
        for place in fromFewest {
            area += Int128(place.population) * (2 * seen + Int128(place.amount))
            seen += Int128(place.amount)
        }
        return Int64(100 - (area * 100 + people * whole / 2) / (people * whole))
    }

    /// Where a place stands among the others, counted from the most for each person; equals share a rank.
    public func rank(of id: String) -> Int? {
        guard let place = places.first(where: { $0.id == id }) else { return nil }
        return 1 + places.count { Self.hasLess(place, $0) }
    }

    private var fromFewest: [Place] {
        places.sorted { first, second in
            if Self.haveTheSame(first, second) {
                return (second.population, first.id) < (first.population, second.id)
            }
            return Self.hasLess(first, second)
        }
    }

    private static func hasLess(_ first: Place, _ second: Place) -> Bool {
        Int128(first.amount) * Int128(second.population) < Int128(second.amount) * Int128(first.population)
    }

    private static func haveTheSame(_ first: Place, _ second: Place) -> Bool {
        Int128(first.amount) * Int128(second.population) == Int128(second.amount) * Int128(first.population)
    }
}

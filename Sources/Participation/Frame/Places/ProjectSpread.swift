// SPDX-License-Identifier: EUPL-1.2

/// How evenly projects are spread over people, place by place.
public struct ProjectSpread: Sendable {
    public let places: [Place]

    public struct Place: Sendable {
        public let id: String
        public let projects: Int64
        public let population: Int64

        public init(id: String, projects: Int64, population: Int64) {
            self.id = id
            self.projects = projects
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

    /// The places with the fewest projects for each person, the fewest first; of equals, the larger place first.
    public func fewest(_ count: Int) -> [Place] {
        Array(fromFewest.prefix(count))
    }

    /// The Gini coefficient in hundredths: 0 when every person has the same number of projects in their place, near
    /// 100 when all projects are in one small place. Nil where there are no projects.
    public var giniHundredths: Int64? {
        let projects = places.map(\.projects).reduce(0, +)
        let people = places.map(\.population).reduce(0, +)
        guard projects > 0 else { return nil }
        var seen: Int64 = 0
        var area: Int64 = 0
        for place in fromFewest {
            area += place.population * (2 * seen + place.projects)
            seen += place.projects
        }
        return 100 - (area * 100 + people * projects / 2) / (people * projects)
    }

    private var fromFewest: [Place] {
        places.sorted { first, second in
            let (left, right) = (first.projects * second.population, second.projects * first.population)
            return left != right ? left < right : (second.population, first.id) < (first.population, second.id)
        }
    }
}

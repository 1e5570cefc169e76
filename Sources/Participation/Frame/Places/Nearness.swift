// SPDX-License-Identifier: EUPL-1.2

/// How near the municipalities of a programme are to one of them.
public struct Nearness: Equatable, Sendable {
    /// The key (AGS) of the municipality from which is looked.
    public let place: String
    /// The ids of the municipalities by their distance, each with its rank; equally far ones share a rank.
    let ranks: [Rank]

    struct Rank: Equatable, Sendable {
        let municipality: String
        let rank: Int64
    }

    /// Nil when there is no such municipality. Where coordinates are missing, the district decides: the place itself,
    /// then its neighbours in the district, then all others.
    public init?(to place: String, among all: [MappedMunicipality]) {
        guard let centre = all.first(where: { $0.ags == place }) else { return nil }
        self.place = place
        let distances = all.map { town in (id: town.id, step: Self.distance(from: centre, to: town)) }
        let steps = Set(distances.map { $0.step }).sorted()
        let rankOfStep = Dictionary(uniqueKeysWithValues: zip(steps, Int64(0)...))
        ranks = distances.map { Rank(municipality: $0.id, rank: rankOfStep[$0.step] ?? 0) }
    }

    /// Larger than the square of any distance on the plane of degrees.
    private static let farther = 1_000_000.0

    private static func distance(from centre: MappedMunicipality, to town: MappedMunicipality) -> Double {
        if town.id == centre.id { return 0 }
        if let one = centre.point, let other = town.point {
            let points = MapProjection.projected([one, other])
            return points[0].squaredDistance(to: points[1])
        }
        let isNeighbour = town.district != nil && town.district == centre.district
        return isNeighbour ? farther : 2 * farther
    }
}

extension MappedMunicipality {
    fileprivate var point: MapPoint? {
        guard let latitude, let longitude else { return nil }
        return MapPoint(x: longitude.degrees, y: latitude.degrees)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Participation
@testable import Server

/// A trial with data from elsewhere: the map takes any set of places, here all districts of the state.
@Suite(.enabled(if: OutsideData.folder != nil, "DREIKLANG_SHARED names no folder"))
struct StateDistrictTests {
    @Test func `every district of the state has a cell of its own, and most neighbours still touch`() throws {
        let sites = try Self.sites()

        let map = HexagonMap(sites)

        #expect(map.places.count == 53)
        #expect(Set(map.places.map(\.cell)).count == 53)
        let cells = Dictionary(uniqueKeysWithValues: map.places.map { ($0.id, $0.cell) })
        let placed = try sites.map { try #require(cells[$0.id]) }
        let neighbours = HexagonArrangement.neighbours(among: MapProjection.projected(sites.compactMap(\.position)))
        let distances = neighbours.enumerated().flatMap { place, others in
            others.filter { $0 > place }.map { placed[place].distance(to: placed[$0]) }
        }
        let touching = distances.count { $0 == 1 }
        #expect(Double(touching) / Double(distances.count) >= 0.7)
    }

    /// The middle of the corners of each district's largest outline.
    private static func sites() throws -> [HexagonMap.Site] {
        let file = try #require(OutsideData.folder).appending(path: "data/ruhr-boundaries/nrw_districts.geojson")
        let collection = try JSONDecoder().decode(Collection.self, from: Data(contentsOf: file))
        return try collection.features.map { feature in
            let outline = try #require(feature.geometry.outlines.max { $0.count < $1.count })
            let middle = { (side: Int) in
                let mean = outline.map { $0[side] }.reduce(0, +) / Double(outline.count)
                return ScaledDecimal(units: Int64(mean * 100_000), scale: 5)
            }
            return HexagonMap.Site(id: feature.id, latitude: middle(1), longitude: middle(0))
        }
    }

    private struct Collection: Decodable {
        let features: [Feature]
    }

    private struct Feature: Decodable {
        let id: String
        let geometry: Geometry
    }

    private struct Geometry: Decodable {
        let outlines: [[[Double]]]

        private enum Key: String, CodingKey {
            case type, coordinates
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            if try values.decode(String.self, forKey: .type) == "Polygon" {
                outlines = try values.decode([[[Double]]].self, forKey: .coordinates)
            } else {
                outlines = try values.decode([[[[Double]]]].self, forKey: .coordinates).flatMap { $0 }
            }
        }
    }
}

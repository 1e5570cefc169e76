// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Interchange

@Suite struct GeoJSONAreasTests {
    @Test func `polygons and multipolygons with the same key become one area`() throws {
        let square = "[[[8,51],[9,51],[9,52],[8,51]]]"
        let other = "[[[1,2],[3,2],[3,4.5],[1,2]],[[2,2],[2.5,2],[2.5,3],[2,2]]]"
        let read = try areas([
            #"{"properties":{"AGS":"99011000"},"geometry":{"type":"Polygon","coordinates":\#(square)}}"#,
            #"{"properties":{"ags":"99011000"},"geometry":{"type":"MultiPolygon","coordinates":[\#(other)]}}"#,
            #"{"properties":{"ags":5113000},"geometry":{"type":"Polygon","coordinates":\#(square)}}"#,
            #"{"properties":{"name":"Nirgendwo"},"geometry":{"type":"Polygon","coordinates":\#(square)}}"#,
        ])

        #expect(read.areas.map(\.key) == ["99011000", "05113000"])
        #expect(read.areas[0].rings.map(\.count) == [3, 3, 3])
        #expect(read.areas[0].rings[1][2] == .init(longitude: 3, latitude: 4.5))
        #expect(read.keyless == [4])
    }

    @Test(arguments: [
        (#"{"type":"Point","coordinates":[1,2]}"#, "is neither a Polygon nor a MultiPolygon"),
        (#"{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,2]]]}"#, "fewer than four points"),
        (#"{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[7,8]]]}"#, "not closed"),
        (#"{"type":"Polygon","coordinates":[[[390000,5700000],[1,2],[3,4],[390000,5700000]]]}"#, "not in degrees"),
        (#"{"type":"Polygon","coordinates":[[["1",2],[1,2],[3,4],[1,2]]]}"#, "no pair of numbers"),
        (#"{"type":"Polygon","coordinates":[]}"#, "has no ring"), ("null", "has no geometry"),
    ])
    func `what is wrong with a feature is said with its number and key`(geometry: String, words: String) throws {
        let fault = #expect(throws: GeoJSONFault.self) {
            try areas([#"{"properties":{"ags":"1"},"geometry":\#(geometry)}"#])
        }
        let reason = try #require(fault?.reasons.first)
        #expect(reason.hasPrefix("Feature 1 (1) "))
        #expect(reason.contains(words))
    }

    @Test func `all faults are told at once, and very many are counted`() {
        let broken = Array(repeating: #"{"properties":{"ags":"1"},"geometry":null}"#, count: 25)
        let fault = #expect(throws: GeoJSONFault.self) { try areas(broken) }
        #expect(fault?.reasons.count == 21)
        #expect(fault?.reasons.last == "5 more faults.")
    }

    @Test func `another coordinate system, another document and no document are refused`() {
        let projected =
            #"{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[]}"#
        for text in [projected, #"{"type":"Feature"}"#, "Landkarte"] {
            #expect(throws: GeoJSONFault.self) { try GeoJSONAreas(Array(text.utf8), keyedBy: "ags") }
        }
    }

    private func areas(_ features: [String]) throws -> GeoJSONAreas {
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        return try GeoJSONAreas(Array(text.utf8), keyedBy: "AGS")
    }
}

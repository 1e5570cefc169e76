// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Participation
import Testing

@testable import Server

@Suite struct BordersCommandTests {
    @Test func `a file of borders is read by the key that was named`() throws {
        let text = #"""
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS_0":"99011000"},
            "geometry":{"type":"Polygon","coordinates":[[[8,51],[9,51],[9,52],[8,51]]]}}]}
            """#
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".geojson")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }

        let shapes = try BordersCommand.shapes(at: file.path, keyedBy: "ags_0")

        #expect(shapes.map(\.ags) == ["99011000"])
        #expect(shapes[0].rings.map(\.count) == [3])
        let failure = #expect(throws: CommandFailure.self) {
            try BordersCommand.shapes(at: "/nirgends/grenzen.json", keyedBy: "ags")
        }
        #expect(failure?.message.contains("/nirgends/grenzen.json") == true)
    }

    @Test(arguments: [
        ["musterregion"], ["musterregion", "a.json"], ["musterregion", "a.json", "--attribution", ""],
        ["musterregion", "a.json", "--remove"],
    ])
    func `borders need a file and an attribution, and removing them takes neither`(arguments: [String]) {
        #expect(throws: (any Error).self) { try BordersCommand.parse(arguments) }
    }

    @Test func `what is asked for rightly is understood`() throws {
        let command = try BordersCommand.parse(["musterregion", "a.json", "--attribution", "© Amt"])
        #expect(command.property == "ags")
        #expect(try BordersCommand.parse(["musterregion", "--remove"]).remove)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Interchange
import Participation
import Storage

/// Real borders for the map, from a GeoJSON file of the surveying authorities.
struct BordersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "borders",
        abstract: "Puts real borders on the map instead of hexagons, or takes them away again.")

    @Argument(help: "The programme.")
    var slug: String

    @Argument(help: "A GeoJSON file in WGS 84 with polygons or multipolygons; nothing with --remove.")
    var path: String?

    @Option(help: "Whose data it is and under which licence; the map shows it.")
    var attribution: String?

    @Option(help: "The property of each feature that holds the eight-digit municipality key.")
    var property = "ags"

    @Flag(help: "Take the borders away; the map shows hexagons again.")
    var remove = false

    @OptionGroup var installation: InstallationOptions

    func validate() throws {
        guard !remove else {
            if path != nil || attribution != nil { throw ValidationError("--remove takes no file and no attribution") }
            return
        }
        if path == nil { throw ValidationError("name a GeoJSON file, or --remove") }
        if attribution?.isEmpty ?? true {
            throw ValidationError(
                "say with --attribution whose data it is, such as “© GeoBasis-DE / BKG 2026, dl-de/by-2-0”")
        }
    }

    func run() async throws {
        guard let path, let attribution else {
            let number = try await ProgrammeCommand.change(slug, installation) { id, db in
                try RemoveBorders().run(in: id, db)
            }
            print(number == 0 ? "\(slug) had no borders" : "\(number) borders are removed; the map shows hexagons")
            return
        }
        let shapes = try Self.shapes(at: path, keyedBy: property)
        let now = Clock.now
        let report = try await ProgrammeCommand.change(slug, installation) { id, db in
            do {
                return try ReplaceBorders(shapes, attribution: attribution).run(in: id, at: now, db)
            } catch let fault as BorderFault {
                throw CommandFailure("dreiklang: \(fault)")
            }
        }
        installation.json ? printJSON(report) : printWords(report)
    }

    /// - Throws: `CommandFailure` with every fault of the file
    static func shapes(at path: String, keyedBy property: String) throws -> [BorderShape] {
        let size = try? URL(filePath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize
        guard let size else { throw CommandFailure("dreiklang: there is no file at \(path).") }
        guard size <= GeoJSONAreas.largestFile else {
            throw CommandFailure("dreiklang: \(path) is larger than 32 MiB; simplify it first.")
        }
        do {
            let areas = try GeoJSONAreas([UInt8](try Data(contentsOf: URL(filePath: path))), keyedBy: property)
            if !areas.keyless.isEmpty {
                Console.say(
                    "dreiklang: \(areas.keyless.count) features have no property “\(property)” and are left out.")
            }
            return areas.areas.map { area in
                BorderShape(ags: area.key, rings: area.rings.map { $0.map { ($0.longitude, $0.latitude) } })
            }
        } catch let fault as GeoJSONFault {
            throw CommandFailure("dreiklang: \(path) is refused.\n" + fault.reasons.joined(separator: "\n"))
        }
    }

    private func printWords(_ report: ReplaceBorders.Report) {
        print("\(report.drawn) borders are on the map; \(report.pointsKept) of \(report.points) points are drawn")
        for key in report.unknown { print("unknown   \(key)") }
        for place in report.missing { print("missing   \(place)") }
    }

    private func printJSON(_ report: ReplaceBorders.Report) {
        let value = JSONValue.object([
            "drawn": .integer(Int64(report.drawn)), "points": .integer(Int64(report.points)),
            "points_kept": .integer(Int64(report.pointsKept)), "unknown": .texts(report.unknown),
            "missing": .texts(report.missing),
        ])
        print(value.text(), terminator: "")
    }
}

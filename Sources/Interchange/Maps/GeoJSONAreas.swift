// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The areas of a GeoJSON file (RFC 7946) with the key that each is known by: features that are polygons or
/// multipolygons, in degrees, longitude first.
public struct GeoJSONAreas: Equatable, Sendable {
    public let areas: [Area]
    /// Features without a key, counted from 1.
    public let keyless: [Int]

    public struct Area: Equatable, Sendable {
        public let key: String
        /// Outer rings and holes alike; what lies in an odd number of rings belongs to the area. The last point of a
        /// ring is not said twice.
        public let rings: [[Position]]
    }

    public struct Position: Hashable, Sendable {
        public let longitude: Double
        public let latitude: Double

        public init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    /// The largest file that is read.
    public static let largestFile = 32 * 1024 * 1024
    public static let mostAreas = 20_000
    public static let mostPositions = 2_000_000
    /// Faults beyond this number are counted and not named.
    public static let mostFaults = 20

    /// Several features with one key make one area.
    /// - Parameter property: what the key is called in the properties of a feature, in whatever case
    public init(_ bytes: [UInt8], keyedBy property: String) throws(GeoJSONFault) {
        guard bytes.count <= Self.largestFile else { throw GeoJSONFault(["The file is larger than 32 MiB."]) }
        let document: JSONValue
        do {
            document = try JSONValue.parse(bytes)
        } catch {
            throw GeoJSONFault(["The file is not JSON: \(error)"])
        }
        var reading = GeoJSONReading(property: property.lowercased())
        reading.read(document)
        guard reading.faults.isEmpty else { throw GeoJSONFault(reading.faults) }
        areas = reading.order.map { Area(key: $0, rings: reading.rings[$0] ?? []) }
        keyless = reading.keyless
    }
}

/// Why a GeoJSON file was refused: every fault in it, as far as they can be told.
public struct GeoJSONFault: Error, Equatable, Sendable {
    public let reasons: [String]

    init(_ reasons: [String]) {
        let more = reasons.count - GeoJSONAreas.mostFaults
        self.reasons =
            more > 0 ? Array(reasons.prefix(GeoJSONAreas.mostFaults)) + ["\(more) more faults."] : reasons
    }
}

/// What has been read so far.
private struct GeoJSONReading {
    let property: String
    var order: [String] = []
    var rings: [String: [[GeoJSONAreas.Position]]] = [:]
    var keyless: [Int] = []
    var faults: [String] = []
    private var positions = 0

    init(property: String) {
        self.property = property
    }

    mutating func read(_ document: JSONValue) {
        guard document["type"] == .text("FeatureCollection"), case .list(let features)? = document["features"] else {
            faults.append("The file is no FeatureCollection with features.")
            return
        }
        if let system = document["crs"], !Self.isWGS84(system) {
            faults.append("The file names a coordinate system other than WGS 84; export it as EPSG:4326.")
        }
        guard features.count <= GeoJSONAreas.mostAreas else {
            faults.append("The file has more than \(GeoJSONAreas.mostAreas) features.")
            return
        }
        for (index, feature) in features.enumerated() {
            guard positions <= GeoJSONAreas.mostPositions else {
                faults.append("The file has more than \(GeoJSONAreas.mostPositions) points; simplify it first.")
                return
            }
            read(feature, number: index + 1)
        }
        if features.isEmpty { faults.append("The file has no features.") }
    }

    private static func isWGS84(_ system: JSONValue) -> Bool {
        guard case .text(let name)? = system["properties"]?["name"] else { return false }
        return name.hasSuffix("CRS84") || name.hasSuffix("4326")
    }

    private mutating func read(_ feature: JSONValue, number: Int) {
        guard let key = key(of: feature) else {
            keyless.append(number)
            return
        }
        guard let geometry = feature["geometry"], geometry != .null else {
            faults.append("Feature \(number) (\(key)) has no geometry.")
            return
        }
        let polygons: [JSONValue]
        switch (geometry["type"], geometry["coordinates"]) {
        case (.text("Polygon")?, let polygon?): polygons = [polygon]
        case (.text("MultiPolygon")?, .list(let many)?): polygons = many
        default:
            faults.append("Feature \(number) (\(key)) is neither a Polygon nor a MultiPolygon.")
            return
        }
        do throws(PositionFault) {
            var found: [[GeoJSONAreas.Position]] = []
            for polygon in polygons { found += try rings(of: polygon) }
            guard !found.isEmpty else { throw PositionFault("has no ring") }
            if rings[key] == nil { order.append(key) }
            rings[key, default: []] += found
        } catch {
            faults.append("Feature \(number) (\(key)) \(error.reason).")
        }
    }

    /// A text, or a number that has lost its leading noughts.
    private func key(of feature: JSONValue) -> String? {
        guard case .object(let members)? = feature["properties"] else { return nil }
        switch members.first(where: { $0.key.lowercased() == property })?.value {
        case .text(let key)? where !key.isEmpty: return key
        case .integer(let number)? where number > 0:
            let digits = String(number)
            return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        default: return nil
        }
    }

    private mutating func rings(of polygon: JSONValue) throws(PositionFault) -> [[GeoJSONAreas.Position]] {
        guard case .list(let rings) = polygon else { throw PositionFault("has coordinates of another shape") }
        var found: [[GeoJSONAreas.Position]] = []
        for ring in rings {
            guard case .list(let points) = ring else { throw PositionFault("has coordinates of another shape") }
            positions += points.count
            let positions = try points.map { point throws(PositionFault) in try Self.position(point) }
            guard positions.count >= 4 else { throw PositionFault("has a ring of fewer than four points") }
            guard positions.first == positions.last else { throw PositionFault("has a ring that is not closed") }
            found.append(Array(positions.dropLast()))
        }
        return found
    }

    private static func position(_ point: JSONValue) throws(PositionFault) -> GeoJSONAreas.Position {
        guard case .list(let numbers) = point, (2...3).contains(numbers.count),
            let longitude = degrees(numbers[0]), let latitude = degrees(numbers[1])
        else { throw PositionFault("has a point that is no pair of numbers") }
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            throw PositionFault("has a point that is not in degrees; export the file as WGS 84 (EPSG:4326)")
        }
        return GeoJSONAreas.Position(longitude: longitude, latitude: latitude)
    }

    private static func degrees(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .decimal(let digits): Double(digits).flatMap { $0.isFinite ? $0 : nil }
        case .null, .bool, .text, .list, .object: nil
        }
    }
}

/// What is wrong with a feature, as the end of a sentence.
private struct PositionFault: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage

/// Real borders take the place of the hexagons on the map: all of a programme's at once, from one official file.
public struct ReplaceBorders: Sendable {
    public static let longestAttribution = 300

    private let shapes: [BorderShape]
    private let attribution: String

    /// - Parameter attribution: whose data it is and under which licence, as the map says it
    public init(_ shapes: [BorderShape], attribution: String) {
        self.shapes = shapes
        self.attribution = attribution.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What became of a file.
    public struct Report: Equatable, Sendable {
        public let drawn: Int
        /// Points in the file for the places that are drawn, and points that are kept.
        public let points: Int
        public let pointsKept: Int
        /// Keys of the file that no municipality of the programme has.
        public let unknown: [String]
        /// Municipalities of which the file has no borders: "99011000 Musterhausen".
        public let missing: [String]
    }

    public func run(in programme: String, at now: Moment, _ db: Connection) throws -> Report {
        guard !attribution.isEmpty, attribution.count <= Self.longestAttribution else {
            throw BorderFault.attributionMissing
        }
        let towns = try MappedMunicipality.list(in: programme, db)
        let ids = Dictionary(towns.map { ($0.ags, $0.id) }, uniquingKeysWith: { first, _ in first })
        let known = shapes.filter { ids[$0.ags] != nil }
        guard let drawing = BorderDrawing(known), !drawing.places.isEmpty else { throw BorderFault.nothingKnown }
        try BorderMap.remove(from: programme, db)
        let borders = drawing.places.compactMap { place in ids[place.ags].map { ($0, place) } }
        try BorderMap.insert(borders, of: drawing, attribution, in: programme, at: now, db)
        let drawn = Set(drawing.places.map(\.ags))
        return Report(
            drawn: drawn.count, points: known.reduce(0) { $0 + $1.rings.joined().count },
            pointsKept: drawing.points, unknown: shapes.map(\.ags).filter { ids[$0] == nil }.sorted(),
            missing: towns.filter { !drawn.contains($0.ags) }.map { "\($0.ags) \($0.name)" })
    }
}

/// The map shows hexagons again.
public struct RemoveBorders: Sendable {
    public init() {}

    /// Tells how many borders there were.
    public func run(in programme: String, _ db: Connection) throws -> Int64 {
        try BorderMap.remove(from: programme, db)
    }
}

/// Why borders were not taken.
public enum BorderFault: Error, Equatable, Sendable, CustomStringConvertible {
    case attributionMissing
    case nothingKnown

    public var description: String {
        switch self {
        case .attributionMissing:
            "Borders need an attribution of at most \(ReplaceBorders.longestAttribution) characters: whose data it is "
                + "and under which licence."
        case .nothingKnown: "The file has no borders of any municipality of this programme."
        }
    }
}

/// The borders of a programme as the map draws them.
public struct BorderMap: Equatable, Sendable {
    public let attribution: String
    public let width: Int64
    public let height: Int64
    /// By the id of the municipality.
    public let borders: [String: Border]

    public struct Border: Equatable, Sendable {
        /// As SVG writes it; what lies in an odd number of rings is inside.
        public let path: String
        public let labelX: Int64
        public let labelY: Int64
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Where positions of municipalities are written down and read.
enum PositionPaths {
    static let desk = "/arbeit/beteiligungen/{number}/positionen"
    static let attendance = "/arbeit/beteiligungen/{number}/anwesenheit"
    static let published = "/beteiligungen/{number}/positionen"

    static func desk(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/positionen" }
    static func attendance(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/anwesenheit" }
    static func published(_ number: Int64) -> String { "/beteiligungen/\(number)/positionen" }
}

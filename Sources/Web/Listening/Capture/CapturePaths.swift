// SPDX-License-Identifier: EUPL-1.2

/// Where ideas are taken down for others, and where those claim them.
enum CapturePaths {
    static let capture = "/arbeit/erfassen"
    static let card = "/arbeit/erfassen/{number}/karte"
    static let imports = "/arbeit/einlesen"
    static let table = "/arbeit/einlesen/{id}"
    static let claim = "/ideen/uebernehmen"
    /// Stands in the query of the empty form right after an idea was taken down.
    static let captured = "erfasst"

    static func table(_ id: String) -> String { "\(imports)/\(id)" }
    static func card(_ number: Int64) -> String { "\(capture)/\(number)/karte" }
}

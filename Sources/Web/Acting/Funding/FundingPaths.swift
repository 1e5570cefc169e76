// SPDX-License-Identifier: EUPL-1.2

/// Where the money of a project is answered for, and where the ledger is kept.
enum FundingPaths {
    static let answers = "/mittel/projekte/{number}"
    static let comparison = "/mittel/vergleich"
    static let entries = "/mittel/buchungen"
    static let questions = "/mittel/fragen"
    static let entriesWorkbook = "/mittel/buchungen.xlsx"
    static let questionsWorkbook = "/mittel/fragen.xlsx"

    static let desk = "/arbeit/mittel"
    static let years = "/arbeit/mittel/jahre"
    static let project = "/arbeit/mittel/projekte/{number}"
    static let imports = "/arbeit/mittel/listen"
    static let list = "/arbeit/mittel/listen/{id}"

    static func answers(_ number: Int64) -> String { "/mittel/projekte/\(number)" }
    static func project(_ number: Int64) -> String { "/arbeit/mittel/projekte/\(number)" }
    static func list(_ id: String) -> String { "\(imports)/\(id)" }
}

// SPDX-License-Identifier: EUPL-1.2

/// Where documents are ordered, watched and fetched.
enum ExportPaths {
    static let list = "/arbeit/exporte"
    static let one = "/arbeit/exporte/{id}"
    static let file = "/arbeit/exporte/{id}/datei"

    static func one(_ id: String) -> String { "/arbeit/exporte/\(id)" }
    static func file(_ id: String) -> String { "/arbeit/exporte/\(id)/datei" }
}

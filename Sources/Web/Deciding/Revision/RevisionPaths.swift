// SPDX-License-Identifier: EUPL-1.2

/// The addresses under which new versions of proposals are written.
enum RevisionPaths {
    static let desk = "/arbeit/fassungen"
    static let revision = "/arbeit/fassungen/{number}"
    static let completion = "/arbeit/fassungen/{number}/angaben"

    static func revision(_ number: Int64) -> String { "/arbeit/fassungen/\(number)" }
    static func completion(_ number: Int64) -> String { revision(number) + "/angaben" }
}

/// What is done with a new version that was typed.
enum RevisionIntent: String, CaseIterable {
    case save = "speichern"
    case publish = "veroeffentlichen"
}

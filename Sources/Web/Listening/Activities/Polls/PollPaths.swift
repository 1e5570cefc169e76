// SPDX-License-Identifier: EUPL-1.2

/// The addresses of polls: where people vote, and where polls are set up.
enum PollPaths {
    static let vote = "/mitmachangebote/{number}/abstimmen"
    static let mail = "/mitmachangebote/{number}/stimmzettel"
    static let cast = "/mitmachangebote/{number}/abgestimmt"
    static let desk = "/arbeit/abstimmungen"
    static let new = "/arbeit/abstimmungen/neu"
    static let atWork = "/arbeit/abstimmungen/{number}"
    static let change = "/arbeit/abstimmungen/{number}/bearbeiten"
    static let period = "/arbeit/abstimmungen/{number}/zeitraum"

    /// The parameter and field with the secret of a guest's way to the ballot.
    static let token = "schluessel"

    static func show(_ number: Int64) -> String { "/mitmachangebote/\(number)" }
    static func vote(_ number: Int64) -> String { "/mitmachangebote/\(number)/abstimmen" }
    static func mail(_ number: Int64) -> String { "/mitmachangebote/\(number)/stimmzettel" }
    static func cast(_ number: Int64) -> String { "/mitmachangebote/\(number)/abgestimmt" }
    static func atWork(_ number: Int64) -> String { "/arbeit/abstimmungen/\(number)" }
    static func change(_ number: Int64) -> String { "/arbeit/abstimmungen/\(number)/bearbeiten" }
    static func period(_ number: Int64) -> String { "/arbeit/abstimmungen/\(number)/zeitraum" }
}

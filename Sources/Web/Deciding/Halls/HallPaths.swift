// SPDX-License-Identifier: EUPL-1.2

/// Where a townhall's list is read, added to and worked on.
enum HallPaths {
    static let list = "/beteiligungen/{number}/saal"
    static let ask = "/beteiligungen/{number}/saal/neu"
    static let support = "/beteiligungen/{number}/saal/unterstuetzung"
    static let desk = "/arbeit/beteiligungen/{number}/saal"
    static let work = "/arbeit/beteiligungen/{number}/saal/wortmeldung"
    static let taking = "/arbeit/beteiligungen/{number}/saal/synopse"

    static func list(_ number: Int64) -> String { "/beteiligungen/\(number)/saal" }
    static func ask(_ number: Int64) -> String { list(number) + "/neu" }
    static func support(_ number: Int64) -> String { list(number) + "/unterstuetzung" }
    static func desk(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/saal" }
    static func work(_ number: Int64) -> String { desk(number) + "/wortmeldung" }
    static func taking(_ number: Int64) -> String { desk(number) + "/synopse" }
}

/// What is done with one entry.
enum HallAct: String, CaseIterable {
    case answer = "antworten"
    case join = "zusammenfassen"
    case hide = "ausblenden"
    case show = "einblenden"

    static let field = "tun"
}

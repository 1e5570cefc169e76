// SPDX-License-Identifier: EUPL-1.2

/// The addresses under which offices work on the points of a consultation.
enum SynopsisPaths {
    static let table = "/arbeit/beteiligungen/{number}/synopse"
    static let bulk = "/arbeit/beteiligungen/{number}/synopse/auswahl"
    static let publication = "/arbeit/beteiligungen/{number}/synopse/veroeffentlichung"
    static let paper = "/arbeit/beteiligungen/{number}/synopse/druck"
    static let sheet = "/arbeit/beteiligungen/{number}/synopse/tabelle.csv"
    static let workbook = "/arbeit/beteiligungen/{number}/synopse/tabelle.xlsx"
    static let footprint = "/arbeit/beteiligungen/{number}/fussabdruck"
    static let point = "/arbeit/beteiligungen/{number}/punkte/{point}"
    static let signature = "/arbeit/beteiligungen/{number}/punkte/{point}/abstimmung"
    static let reply = "/arbeit/beteiligungen/{number}/punkte/{point}/erwiderung"
    static let split = "/arbeit/beteiligungen/{number}/punkte/{point}/teilung"
    static let separation = "/arbeit/beteiligungen/{number}/punkte/{point}/trennung"

    static func table(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/synopse" }
    static func bulk(_ number: Int64) -> String { table(number) + "/auswahl" }
    static func publication(_ number: Int64) -> String { table(number) + "/veroeffentlichung" }
    static func paper(_ number: Int64) -> String { table(number) + "/druck" }
    static func sheet(_ number: Int64) -> String { table(number) + "/tabelle.csv" }
    static func workbook(_ number: Int64) -> String { table(number) + "/tabelle.xlsx" }
    static func footprint(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/fussabdruck" }
    static func point(_ number: Int64, _ place: String) -> String { "/arbeit/beteiligungen/\(number)/punkte/\(place)" }
    static func signature(_ number: Int64, _ place: String) -> String { point(number, place) + "/abstimmung" }
    static func reply(_ number: Int64, _ place: String) -> String { point(number, place) + "/erwiderung" }
    static func split(_ number: Int64, _ place: String) -> String { point(number, place) + "/teilung" }
    static func separation(_ number: Int64, _ place: String) -> String { point(number, place) + "/trennung" }
}

/// What is done with the points that are ticked.
enum BulkAct: String, CaseIterable {
    case assign = "zuweisen"
    case release = "freigeben"
    case join = "zusammenfassen"

    static let field = "tun"
}

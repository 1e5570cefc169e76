// SPDX-License-Identifier: EUPL-1.2

/// The addresses of decision papers and sittings at work. None of them is public, and none names what it is about.
enum PaperPaths {
    static let desk = "/arbeit/vorlagen"
    static let gate = "/arbeit/vorlagen/pruefung"
    static let new = "/arbeit/vorlagen/neu"
    static let pattern = "/arbeit/vorlagen/muster"
    static let paper = "/arbeit/vorlagen/{number}"
    static let text = "/arbeit/vorlagen/{number}/text"
    static let printed = "/arbeit/vorlagen/{number}/druck"
    static let results = "/arbeit/vorlagen/{number}/beschluss"
    static let sittings = "/arbeit/sitzungen"
    static let sitting = "/arbeit/sitzungen/{number}"
    static let extract = "/arbeit/sitzungen/{number}/auszug/{ministry}"

    static func paper(_ number: Int64) -> String { "/arbeit/vorlagen/\(number)" }
    static func text(_ number: Int64) -> String { paper(number) + "/text" }
    static func printed(_ number: Int64) -> String { paper(number) + "/druck" }
    static func results(_ number: Int64) -> String { paper(number) + "/beschluss" }
    static func sitting(_ number: Int64) -> String { "/arbeit/sitzungen/\(number)" }
    static func extract(_ number: Int64, _ ministry: String) -> String { sitting(number) + "/auszug/\(ministry)" }
}

/// What can be done with a paper on its page.
enum PaperStep: String, CaseIterable {
    case recompose = "neu-zusammenstellen"
    case beginSigning = "mitzeichnung"
    case sign = "zeichnen"
    case answer = "erwidern"
    case submit = "vorlegen"
    case withdraw = "zurueckziehen"
    case agenda = "tagesordnung"
    case station = "vorbereitung"
    case confirm = "bestaetigen"
    case publish = "veroeffentlichen"

    static let field = "tun"
}

// SPDX-License-Identifier: EUPL-1.2

/// The addresses under which statements are written, captured and invited.
enum StatementPaths {
    static let entry = "/beteiligungen/{number}/stellungnahme"
    static let withdrawal = "/beteiligungen/{number}/stellungnahme/ruecknahme"
    static let inbox = "/arbeit/beteiligungen/{number}/eingang"
    static let capture = "/arbeit/beteiligungen/{number}/eingang/neu"
    static let onFile = "/arbeit/beteiligungen/{number}/eingang/{statement}"
    static let file = "/arbeit/beteiligungen/{number}/eingang/{statement}/dateien/{document}"
    static let invitations = "/arbeit/beteiligungen/{number}/einladungen"
    static let waves = "/arbeit/beteiligungen/{number}/einladungen/wellen"

    static func entry(_ number: Int64) -> String { "/beteiligungen/\(number)/stellungnahme" }
    static func withdrawal(_ number: Int64) -> String { "/beteiligungen/\(number)/stellungnahme/ruecknahme" }
    static func inbox(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/eingang" }
    static func capture(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/eingang/neu" }
    static func waves(_ number: Int64) -> String { invitations(number) + "/wellen" }
    static func onFile(_ number: Int64, _ statement: Int64) -> String { inbox(number) + "/\(statement)" }
    static func file(_ number: Int64, _ statement: Int64, _ document: Int64) -> String {
        onFile(number, statement) + "/dateien/\(document)"
    }
    static func invitations(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/einladungen" }

    /// The key of a mailed invitation.
    static let key = "schluessel"
    /// In whose name, where somebody speaks for several.
    static let party = "fuer"
    /// What is done with what was typed.
    static let intent = "tun"
}

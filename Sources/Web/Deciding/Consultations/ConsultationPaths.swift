// SPDX-License-Identifier: EUPL-1.2

/// The addresses under which consultations are run.
enum ConsultationPaths {
    static let desk = "/arbeit/beteiligungen"
    static let new = "/arbeit/beteiligungen/neu"
    static let atWork = "/arbeit/beteiligungen/{number}"
    static let change = "/arbeit/beteiligungen/{number}/bearbeiten"
    static let step = "/arbeit/beteiligungen/{number}/stand"
    static let time = "/arbeit/beteiligungen/{number}/frist"

    static func atWork(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)" }
    static func change(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/bearbeiten" }
    static func step(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/stand" }
    static func time(_ number: Int64) -> String { "/arbeit/beteiligungen/\(number)/frist" }
}

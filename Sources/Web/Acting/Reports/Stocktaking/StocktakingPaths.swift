// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The addresses of reports about the whole programme.
enum StocktakingPaths {
    static let list = "/berichte"
    static let show = "/berichte/stand"
    static let change = "/berichte/vergleich"
    static let published = "/berichte/{number}"
    static let file = "/berichte/{number}/datei"

    static let day = "stichtag"
    static let knowledge = "wissensstand"
    static let from = "von"
    static let to = "bis"

    static func published(_ number: Int64) -> String { "/berichte/\(number)" }
    static func file(_ number: Int64) -> String { "/berichte/\(number)/datei" }
}

extension Links {
    /// The address under which the same report stands for good.
    func report(_ day: PartialDate, _ knowledge: Knowledge) -> String {
        to(
            StocktakingPaths.show,
            [StocktakingPaths.day: day.text, StocktakingPaths.knowledge: knowledge.recordedAt.text])
    }
}

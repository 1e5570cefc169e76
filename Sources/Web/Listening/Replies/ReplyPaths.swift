// SPDX-License-Identifier: EUPL-1.2

/// Where those answer ideas who owe the answer.
enum ReplyPaths {
    static let inbox = "/arbeit/ideen"
    static let idea = "/arbeit/ideen/{number}"
    static let setting = "/arbeit/antworten"
    static let templates = "/arbeit/antworten/bausteine"
    static let templateRemoval = "/arbeit/antworten/bausteine/loeschung"

    static func idea(_ number: Int64) -> String { "\(inbox)/\(number)" }

    /// Where the form for an act is sent to.
    static func act(_ act: IdeaWorkForm, on number: Int64) -> String { "\(idea(number))/\(act.rawValue)" }
    static func act(_ act: IdeaWorkForm) -> String { "\(idea)/\(act.rawValue)" }
}

/// The forms of the page of one idea; each has its own address and its own key.
enum IdeaWorkForm: String, CaseIterable, Sendable {
    case review = "pruefung"
    case reply = "antwort"
    case release = "freigabe"
    case extend = "frist"
    case passOn = "weitergabe"
    case merge = "zusammenfuehrung"
    case unmerge = "trennung"
    case split = "herausloesung"
    case unsplit = "ruecknahme"
}

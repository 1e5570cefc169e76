// SPDX-License-Identifier: EUPL-1.2

/// The addresses of ideas and of handing one in.
enum IdeaPaths {
    static let list = "/ideen"
    static let new = "/ideen/neu"
    /// The text of an idea as HTML, for the script of the form.
    static let preview = "/ideen/vorschau"
    /// Where a guest is told to look for a mail.
    static let mailbox = "/ideen/neu/postfach"
    /// What the link of that mail opens.
    static let confirmation = "/ideen/neu/bestaetigung"
    /// Stands in the query of an idea's own page right after it came in.
    static let received = "eingereicht"
    /// Holds the secret of a mailed link.
    static let token = "schluessel"

    static let edit = "/ideen/{number}/bearbeiten"
    static let withdraw = "/ideen/{number}/zuruecknahme"
    static let versions = "/ideen/{number}/fassungen"
    static let discard = "/mein/entwuerfe/{id}/verwerfen"
    /// The field that says which version somebody saw.
    static let version = "fassung"
    /// The box that is ticked before an idea is taken back.
    static let understood = "verstanden"
    /// Stands in the query of an idea's own page after it was changed.
    static let done = "erledigt"
    /// Stands in the query of the form after a draft was kept.
    static let kept = "gespeichert"

    static func edit(_ number: Int64) -> String { "/ideen/\(number)/bearbeiten" }
    static func withdraw(_ number: Int64) -> String { "/ideen/\(number)/zuruecknahme" }
    static func versions(_ number: Int64) -> String { "/ideen/\(number)/fassungen" }
    static func discard(_ id: String) -> String { "/mein/entwuerfe/\(id)/verwerfen" }

    static let support = "/ideen/{number}/unterstuetzung"

    static func support(_ number: Int64) -> String { "/ideen/\(number)/unterstuetzung" }

    static func idea(_ number: Int64) -> String { "/ideen/\(number)" }
}

extension Links {
    /// The page of an idea as whoever has just handed it in sees it first.
    func toReceivedIdea(_ number: Int64) -> String {
        to(IdeaPaths.idea(number), [IdeaPaths.received: "ja"])
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// The addresses of ideas and of handing one in.
enum IdeaPaths {
    static let list = "/ideen"
    static let new = "/ideen/neu"
    /// Where a guest is told to look for a mail.
    static let mailbox = "/ideen/neu/postfach"
    /// What the link of that mail opens.
    static let confirmation = "/ideen/neu/bestaetigung"
    /// Stands in the query of an idea's own page right after it came in.
    static let received = "eingereicht"
    /// Holds the secret of a mailed link.
    static let token = "schluessel"

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

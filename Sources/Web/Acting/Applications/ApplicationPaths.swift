// SPDX-License-Identifier: EUPL-1.2

/// Where partners write applications, where offices work on them, and where they are reviewed.
enum ApplicationPaths {
    static let own = "/mein/antraege"
    static let ownCase = "/mein/antraege/{id}"
    static let desk = "/arbeit/antraege"
    static let deskCase = "/arbeit/antraege/{id}"
    static let call = "/arbeit/aufrufe/{id}"
    static let newCall = "neu"
    static let reviews = "/mein/gutachten"
    static let review = "/mein/gutachten/{id}"

    /// A file of an application, below one of the three places where it is read.
    static let file = "/anlagen/{number}"

    static func ownCase(_ id: String) -> String { "\(own)/\(id)" }
    static func deskCase(_ id: String) -> String { "\(desk)/\(id)" }
    static func call(_ id: String) -> String { "/arbeit/aufrufe/\(id)" }
    static func review(_ id: String) -> String { "\(reviews)/\(id)" }
}

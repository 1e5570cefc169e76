// SPDX-License-Identifier: EUPL-1.2

/// Where a forum works.
enum ForumPaths {
    static let work = "/arbeit/foren"

    static func show(_ number: Int64) -> String { "/themenforen/\(number)" }
    static func desk(_ number: Int64) -> String { "\(work)/\(number)" }
    static func arrange(_ number: Int64) -> String { "\(desk(number))/ordnen" }
    static func idea(_ idea: Int64, inForum number: Int64) -> String { "\(desk(number))/ideen/\(idea)" }
}

/// Where proposals are worked out.
enum ProposalPaths {
    static let work = "/arbeit/vorschlaege"
    static let criteria = "/arbeit/vorschlaege/kriterien"

    static func draft(_ id: String) -> String { "\(work)/\(id)" }
    static func note(_ id: String) -> String { "\(draft(id))/notiz" }
    static func stand(_ id: String) -> String { "\(draft(id))/stand" }
    static func show(_ number: Int64) -> String { "/vorschlaege/\(number)" }
}

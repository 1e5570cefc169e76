// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Where an idea lies on the desk of its forum. This is internal: what the public is told is the office's reply.
public enum DeskStage: String, CaseIterable, Sendable {
    case new, discussing
    case takingUp = "taking_up"
    case notPursued = "not_pursued"
}

/// An idea as it lies on the desk.
public struct DeskIdea: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    /// What the public reads, a key of the table `state`.
    public let state: String
    public let stage: DeskStage
    /// A name for ideas that belong together.
    public let bundle: String?
    public let notes: Int64
    /// How many drafts take it up.
    public let drafts: Int64
}

/// One column of the desk.
public struct DeskColumn: Equatable, Sendable {
    public let stage: DeskStage
    public let ideas: [DeskIdea]
    public let total: Int64

    /// How many ideas of a column one page shows.
    public static let size: Int64 = 30
}

/// A forum as those see it who work in it.
public struct WorkForum: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
}

/// Somebody moves ideas on the desk, or bundles them.
public struct ArrangeIdeas: Sendable {
    private let forum: Int64
    private let ideas: [Int64]
    private let change: Change

    public enum Change: Equatable, Sendable {
        case move(DeskStage)
        /// Nil or empty takes them out of their bundle.
        case bundle(String?)
    }

    public static let bundleField = "buendel"
    public static let longestBundle = 60

    /// - Parameters:
    ///   - forum: the number of the forum
    ///   - ideas: the numbers of its ideas
    public init(_ ideas: [Int64], inForum forum: Int64, _ change: Change) {
        self.forum = forum
        self.ideas = ideas
        self.change = change
    }

    public func run(as visitor: Visitor, in programme: String, _ db: Connection) throws {
        guard let forum = try WorkForum.find(forum, in: programme, db) else { throw MissingMatter(.forum, forum) }
        try visitor.may(.arrange, inForum: forum.id, of: programme).check()
        guard !ideas.isEmpty else { throw InvalidForm([.init("idee", "ideas-not-chosen")]) }
        let ids = try DeskIdea.ids(of: ideas, inForum: forum.id, in: programme, db)
        var check = FormCheck()
        switch change {
        case .move(let stage):
            for id in ids { try DeskIdea.move(id, to: stage, in: programme, db) }
        case .bundle(let typed):
            let bundle = check.optionalLine(typed, field: Self.bundleField, limit: Self.longestBundle)
            try check.finish()
            for id in ids { try DeskIdea.bundle(id, as: bundle, in: programme, db) }
        }
    }
}

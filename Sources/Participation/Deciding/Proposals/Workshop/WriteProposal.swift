// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A forum begins to work out a proposal, from one idea, from many, or from none.
public struct BeginProposal: Sendable {
    private let forum: Int64
    private let ideas: [Int64]

    public init(inForum forum: Int64, from ideas: [Int64]) {
        self.forum = forum
        self.ideas = ideas
    }

    /// Tells the id of the draft.
    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws -> String {
        guard let forum = try WorkForum.find(forum, in: programme, db) else { throw MissingMatter(.forum, forum) }
        let person = try visitor.person(if: visitor.may(.write, inForum: forum.id, of: programme))
        let found = try ideas.compactMap { try DeskIdea.find($0, inForum: forum.id, in: programme, db) }
        let id = Digest.random(bytes: 16)
        try ProposalDraft.insert(id, forum: forum.id, by: person.id, at: now, in: programme, db)
        for idea in found {
            try ProposalDraft.take(idea.id, into: id, in: db)
            try DeskIdea.move(idea.id, to: .takingUp, in: programme, db)
        }
        if let first = found.first {
            let title = String(first.title.prefix(ProposalPart.title.limit))
            try ProposalDraft.keep(title, as: ProposalPart.title.rawValue, of: id, revision: 1, in: db)
        }
        return id
    }
}

/// Somebody saves what they wrote. What others saved meanwhile in other parts is kept; where both changed the same
/// part, nothing is written and both texts come back.
public struct SaveProposal: Sendable {
    private let id: String
    private let typed: [String: String]
    private let revision: Int64
    private let isAutomatic: Bool

    /// - Parameters:
    ///   - typed: the texts by their parts; a part that is left out stays as it was
    ///   - revision: the one that they are based on
    ///   - isAutomatic: whether nobody will look at the page afterwards; then nothing is brought together, since the
    ///     page would go on with the texts it has
    public init(_ id: String, _ typed: [String: String], basedOn revision: Int64, isAutomatic: Bool = false) {
        self.id = id
        self.typed = typed
        self.revision = revision
        self.isAutomatic = isAutomatic
    }

    /// Tells the revision after the saving.
    @discardableResult
    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws -> Int64 {
        let draft = try ProposalDraft.existing(id, in: programme, db)
        let person = try visitor.person(if: visitor.may(.write, draft, of: programme))
        let criteria = try SelectionCriterion.list(in: programme, db)
        var mine = try ProposalTexts.checked(typed, criteria)
        let theirs = try ProposalDraft.texts(of: id, db)
        let base = try base(of: draft, now: theirs, db)
        for (part, text) in base.texts where typed[part] == nil { mine[part] = text }
        let merge = ProposalMerge(base: base, theirs: theirs, mine: mine)
        guard merge.conflicts.isEmpty, !isAutomatic || revision == draft.revision else {
            throw DraftConflict(merge: merge, revision: draft.revision, by: draft.savedBy)
        }
        let next = draft.revision + 1
        let parts = Set(merge.merged.texts.keys).union(theirs.texts.keys).sorted()
        let changed = parts.filter { merge.merged[$0] != theirs[$0] }
        guard !changed.isEmpty else { return draft.revision }
        for part in changed {
            try ProposalDraft.keep(merge.merged[part] ?? "", as: part, of: id, revision: next, in: db)
        }
        try ProposalDraft.advance(id, to: next, by: person.id, at: now, in: db)
        return next
    }
}

extension SaveProposal {
    /// What the texts are based on. A revision that never was is based on nothing, so that nothing is overwritten.
    private func base(of draft: ProposalDraft, now texts: ProposalTexts, _ db: Connection) throws -> ProposalTexts {
        if revision == draft.revision { return texts }
        guard (1..<draft.revision).contains(revision) else { return ProposalTexts() }
        return try ProposalDraft.texts(of: id, in: revision, db)
    }
}

extension ProposalTexts {
    /// What was typed, cleaned, with everything that does not fit said at once. A draft may have gaps.
    static func checked(
        _ typed: [String: String], _ criteria: [SelectionCriterion]
    ) throws(InvalidForm) -> ProposalTexts {
        var check = FormCheck()
        var texts = ProposalTexts()
        for part in ProposalPart.allCases {
            guard let value = typed[part.rawValue] else { continue }
            texts[part.rawValue] =
                part.isLine
                ? check.optionalLine(value, field: part.rawValue, limit: part.limit)
                : check.optionalPassage(value, field: part.rawValue, limit: part.limit)
        }
        if let cost = texts[.cost], Int64(cost) == nil || cost.hasPrefix("-") {
            check.add(ProposalPart.cost.rawValue, "cost-no-number")
        }
        for criterion in criteria {
            guard let value = typed[criterion.part] else { continue }
            texts[criterion.part] = check.optionalPassage(
                value, field: criterion.part, limit: SelectionCriterion.longestAnswer)
        }
        try check.finish()
        return texts
    }
}

extension FormCheck {
    /// A text of several lines that may stay empty.
    mutating func optionalPassage(_ typed: String, field: String, limit: Int) -> String? {
        guard typed.contains(where: { !$0.isWhitespace }) else { return nil }
        return passage(typed, field: field, missing: "", limit: limit)
    }
}

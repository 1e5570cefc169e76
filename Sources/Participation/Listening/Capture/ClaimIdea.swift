// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody whose idea was taken down on paper makes it theirs, with the code on the card: from then on they are told
/// what becomes of it.
public struct ClaimIdea: Sendable {
    private let typed: String?
    private let programme: String

    /// The name of the field in the form.
    public static let field = "code"

    public init(_ typed: String?, in programme: String) {
        self.typed = typed
        self.programme = programme
    }

    /// - Returns: the number of the idea; nil while it is not public
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64? {
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        guard let typed, !typed.isEmpty else { throw fault("card-code-missing") }
        guard let code = CardCode(typed: typed) else { throw fault("card-code-mistyped") }
        guard let claim = try IdeaClaim.find(code, in: programme, db) else { throw fault("card-code-unknown") }
        if try ContributionAuthor.isAuthor(person.id, of: claim.idea, in: db) { return claim.number }
        guard !claim.isClaimed else { throw fault("card-code-used") }
        try ContributionAuthor.record(matter: claim.idea, person: person.id, at: now, in: db)
        try IdeaClaim.note(claim.idea, claimedAt: now, in: db)
        return claim.number
    }

    private func fault(_ reason: String) -> InvalidForm { InvalidForm([.init(Self.field, reason)]) }
}

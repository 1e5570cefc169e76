// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Tells those who follow a matter that something happened at it: a notice for each of them, which `/mein` shows and a
/// mail carries, singly or in a digest, as each has chosen. Authors follow what they handed in.
///
/// What happens late on the thread reaches those at its beginning, however many steps lie between; a forum, a
/// consultation or a statement is passed by nobody, since too much meets there that has nothing to do with each other.
public struct TellFollowers: Sendable {
    private let matter: String
    private let kind: NoticeKind
    private let actor: String?
    private let programme: String

    /// - Parameter actor: who did it and need not be told: a person, or what the journal calls them; nil for nobody in
    ///   particular
    public init(of matter: String, _ kind: NoticeKind, by actor: String?, in programme: String) {
        self.matter = matter
        self.kind = kind
        self.actor = actor
        self.programme = programme
    }

    public func run(at now: Moment, in db: Connection) throws {
        let event = NoticeEvent(
            id: Digest.random(bytes: 16), programme: programme, matter: matter, kind: kind, occurredAt: now.text)
        try event.insert(in: db)
        try event.tell(followersOf: [matter], but: actor, onlyAuthors: kind.concernsAuthorsAlone, in: db)
        if kind.reachesOrigins { try tellOrigins(event, in: db) }
        try event.removeIfNobodyWasTold(in: db)
    }

    /// Nearest first, so that each person is told once, because of what is nearest to the matter.
    private func tellOrigins(_ event: NoticeEvent, in db: Connection) throws {
        var known: Set<String> = [matter]
        var edge = [matter]
        for _ in 0..<Self.mostSteps {
            let origins = try NoticeOrigin.list(of: edge, in: programme, db).filter { known.insert($0.id).inserted }
            guard !origins.isEmpty else { return }
            try event.tell(followersOf: origins.map(\.id), but: actor, onlyAuthors: false, in: db)
            edge = origins.filter { !$0.kind.isCrossroads }.map(\.id)
        }
    }

    /// Longer than any documented thread; a ring of links ends by itself.
    private static let mostSteps = 12
}

/// Something that happened at a matter.
struct NoticeEvent: Sendable {
    let id: String
    let programme: String
    let matter: String
    let kind: NoticeKind
    let occurredAt: String
}

/// A public matter that another one came from.
struct NoticeOrigin: Sendable {
    let id: String
    let kind: MatterKind
}

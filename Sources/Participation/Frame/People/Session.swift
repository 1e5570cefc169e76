// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A time during which a browser is known to belong to a person.
public struct Session: Equatable, Sendable {
    public let id: String
    public let person: String
    /// What the browser calls itself, shortened to what its owner would recognise.
    public let agent: String
    public let isDemo: Bool
    public let createdAt: String
    public let seenAt: String
    /// When it ends even if it is used.
    public let endsAt: String

    /// A session ends after two hours without use, and after twelve in any case.
    public static let idleSeconds: Int64 = 2 * 60 * 60
    static let longestSeconds: Int64 = 12 * 60 * 60
    /// Use is written down at most this often, so that reading pages stays reading.
    static let noteSeconds: Int64 = 5 * 60

    /// When it ends unless it is used again.
    public var idleEnd: Moment? {
        Moment(text: seenAt)?.later(bySeconds: Self.idleSeconds)
    }
}

/// A session with whoever it belongs to.
public struct SignedIn: Equatable, Sendable {
    public let session: Session
    public let visitor: Visitor

    /// Whoever holds the secret of a session that has not ended; nil for everybody else.
    public static func find(_ secret: Secret, at now: Moment, in db: Connection) throws -> SignedIn? {
        guard let session = try Session.find(tokenDigest: secret.digest, at: now, in: db),
            let person = try Person.find(session.person, in: db)
        else { return nil }
        let roles = try HeldRole.list(of: person.id, on: now.day, in: db)
        return SignedIn(session: session, visitor: Visitor(person, roles: roles))
    }

    /// Whether its use should be written down again.
    public func isStale(at now: Moment) -> Bool {
        session.seenAt < now.later(bySeconds: -Session.noteSeconds).text
    }
}

/// Notes that a session is in use, so that it does not end for want of it.
public struct NoteSession: Sendable {
    private let id: String

    public init(_ session: Session) {
        id = session.id
    }

    public func run(at now: Moment, in db: Connection) throws {
        try Session.note(id, at: now, in: db)
    }
}

/// Ends one of the visitor's own sessions, or all but the one in use.
public struct EndSessions: Sendable {
    public enum Which: Equatable, Sendable {
        case one(id: String)
        case allBut(id: String)
    }

    private let which: Which

    public init(_ which: Which) {
        self.which = which
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        switch which {
        case .one(let id): try Session.delete(id, of: person.id, in: db)
        case .allBut(let id): try Session.deleteOthers(than: id, of: person.id, in: db)
        }
    }
}

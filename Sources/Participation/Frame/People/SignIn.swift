// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody shows what was mailed to them and is signed in: the link is used up, an account is made if there is none,
/// a session begins. Of two who use the same link at the same moment, one succeeds.
public struct SignIn: Sendable {
    /// What the visitor shows.
    public enum Proof: Equatable, Sendable {
        /// The link of the mail; the code too when another browser has asked for it.
        case link(Secret, code: String?)
        /// The code alone, typed into the browser that has asked.
        case code(String)
    }

    public enum Outcome: Equatable, Sendable {
        case signedIn(NewSession)
        case wrongCode
        /// The link cannot be used any more; nil when it never existed.
        case unusable(SignInLink.Standing?)
    }

    private let proof: Proof
    private let browser: Secret?
    private let agent: String

    /// - Parameters:
    ///   - browser: the secret of the browser that has asked, if this is that browser
    ///   - agent: what the browser calls itself
    public init(_ proof: Proof, browser: Secret?, agent: String) {
        self.proof = proof
        self.browser = browser
        self.agent = agent
    }

    /// Nothing is thrown for a wrong code, since it has to be counted.
    public func run(at now: Moment, in db: Connection) throws -> Outcome {
        guard let link = try link(in: db) else { return .unusable(nil) }
        let standing = link.standing(at: now)
        guard standing == .usable else { return .unusable(standing) }
        guard isProved(link) else {
            try SignInLink.countWrongCode(link.id, in: db)
            return .wrongCode
        }
        guard try SignInLink.use(link.id, at: now, in: db) else { return .unusable(.used) }
        let person = try Person.find(email: link.email, in: db) ?? newPerson(link, at: now, in: db)
        return .signedIn(try NewSession.open(for: person, agent: agent, onward: link.onward, at: now, in: db))
    }

    private func link(in db: Connection) throws -> SignInLink? {
        switch proof {
        case .link(let token, _): try SignInLink.find(token, in: db)
        case .code: try browser.flatMap { try SignInLink.find(browserDigest: $0.digest, in: db) }
        }
    }

    private func isProved(_ link: SignInLink) -> Bool {
        switch proof {
        case .link(_, let code): !link.needsCode(from: browser) || link.accepts(code: code ?? "")
        case .code(let code): link.accepts(code: code)
        }
    }

    private func newPerson(_ link: SignInLink, at now: Moment, in db: Connection) throws -> Person {
        let person = Person.new(email: link.email, language: link.language, at: now)
        try person.insert(in: db)
        return person
    }
}

/// A session that has just begun, with the secret that the browser keeps.
public struct NewSession: Equatable, Sendable {
    public let secret: Secret
    public let session: Session
    public let onward: String?

    static func open(
        for person: Person, agent: String, onward: String? = nil, at now: Moment, in db: Connection
    ) throws -> NewSession {
        try Session.deleteEnded(at: now, in: db)
        let secret = Secret.make()
        let session = Session(
            id: Digest.random(bytes: 16), person: person.id, agent: String(agent.prefix(120)), isDemo: person.isDemo,
            createdAt: now.text, seenAt: now.text, endsAt: now.later(bySeconds: Session.longestSeconds).text)
        try session.insert(tokenDigest: secret.digest, in: db)
        return NewSession(secret: secret, session: session, onward: onward)
    }
}

extension Person {
    /// Somebody of whom nothing is known but the address. The name can be changed at any time.
    static func new(
        email: EmailAddress?, name: String? = nil, language: String, isDemo: Bool = false, at now: Moment
    ) -> Person {
        let id = Digest.random(bytes: 16)
        return Person(
            id: id, displayName: name ?? "Person \(id.prefix(5).uppercased())", isPseudonym: name == nil, email: email,
            language: language, municipality: nil, ageBand: nil, isDemo: isDemo, actor: Digest.random(bytes: 16),
            createdAt: now.text)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Visitor {
    /// To take down ideas for people who do not type them in themselves: whoever answers ideas anywhere here.
    public func mayCaptureIdeas(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return maySeeInbox(in: programme).isAllowed ? .allowed : .refused("capture-only-for-staff")
    }
}

/// An idea from paper, a hall, a letter or the telephone comes in. From then on it is an idea like every other one.
public struct CaptureIdea: Sendable {
    private let form: CaptureForm
    private let programme: String
    private let secret: [UInt8]

    /// - Parameter secret: the installation's; the card code follows from it
    public init(_ form: CaptureForm, in programme: String, secret: [UInt8]) {
        self.form = form
        self.programme = programme
        self.secret = secret
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> ReceivedIdea {
        let person = try visitor.person(if: visitor.mayCaptureIdeas(in: programme))
        let choices = try IdeaChoices.load(for: visitor, in: programme, db)
        let opening = try IdeaOpening.find(in: programme, db)
        let (draft, channel) = try form.validated(choices, opening, today: now.day)
        let received = try ReceiveIdea(draft, channel: channel, author: .unknown, in: programme)
            .run(by: person.actor, at: now, in: db)
        try IdeaClaim.insert(CardCode(of: received.id, secret: secret), for: received.id, at: now, in: db)
        return received
    }
}

/// The card of an idea that was taken down here, to be printed or read out, as often as it is needed.
public struct IdeaCard: Equatable, Sendable {
    public let number: Int64
    public let title: String
    public let code: CardCode

    /// Nil for an idea without a card, and for one whose code was made under another secret.
    public static func find(
        number: Int64, in programme: String, secret: [UInt8], _ db: Connection
    ) throws -> IdeaCard? {
        guard let idea = try Idea.find(number: number, in: programme, db) else { return nil }
        let code = CardCode(of: idea.id, secret: secret)
        guard try IdeaClaim.digest(of: idea.id, in: db) == code.digest else { return nil }
        return IdeaCard(number: number, title: idea.title, code: code)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// Voting in a poll: whoever is signed in gets the ballot at once, guests get the way to theirs by mail.
///
/// A ballot is not done "once" like other forms: sent again, it says the same again, and so nothing notes when it came.
struct BallotRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PollPaths.vote), use: show)
        table.post(RouterPath(PollPaths.vote), use: cast)
        table.get(RouterPath(PollPaths.mail), use: mailbox)
        table.post(RouterPath(PollPaths.mail), use: send)
        table.get(RouterPath(PollPaths.cast), use: done)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let poll = try await poll(context)
        try context.visitor.mayVote(in: poll, at: Moment(site.clock())).check()
        guard let token = context.query.text(PollPaths.token) else {
            guard context.visitor.isSignedIn else {
                return try site.render(requestPage(poll, nil, .none(in: context), context), in: context)
            }
            return try site.render(try await ballot(poll, nil, .person, .none(in: context), context), in: context)
                .unkept
        }
        guard let secret = Secret(token) else { throw PageFault.gone }
        return try site.render(try await ballot(poll, nil, .link(secret), .none(in: context), context), in: context)
            .unkept
    }

    @Sendable
    private func cast(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let poll = try await poll(context)
        let form = BallotForm(
            topics: sent.texts(BallotForm.Field.topics), municipality: sent.text(BallotForm.Field.municipality))
        let secret = sent.text(PollPaths.token).flatMap(Secret.init)
        let holder = secret.map(BallotHolder.link) ?? .person
        let now = Moment(site.clock())
        try context.visitor.mayVote(in: poll, at: now).check()
        return try await site.answer(in: context) {
            _ = try site.formKey("ballot", sentIn: sent, context)
            let origin = try origin(holder, poll, context)
            let (programme, number) = (poll.programme, poll.number)
            try await site.write { db in
                try CastBallot(form, in: number, of: programme).run(from: origin, at: now, in: db)
            }
            let way = secret == nil ? nil : BallotDonePage.Way.mail.rawValue
            return .seeOther(context.links.to(PollPaths.cast(number), ["wie": way]))
        } orShow: { faults in
            try await ballot(poll, form, holder, faults, context)
        }.unkept
    }

    private func origin(
        _ holder: BallotHolder, _ poll: Poll, _ context: SiteContext
    ) throws -> CastBallot.Origin {
        switch holder {
        case .link(let secret): return .link(secret)
        case .person:
            guard context.visitor.isSignedIn else { throw Refusal.signInNeeded }
            return .person(context.visitor, try site.settings.pollKeys.forVoting(in: poll))
        }
    }

    /// The ballot as it was typed, or as it lies in the box already.
    private func ballot(
        _ poll: Poll, _ form: BallotForm?, _ holder: BallotHolder, _ faults: FormFaults,
        _ context: SiteContext
    ) async throws -> BallotPage {
        let (keys, person) = (site.settings.pollKeys, context.visitor.person)
        let key = poll.keyDigest == nil ? nil : try keys.find(poll.id)
        let found = try await site.read { db in
            let voter: Voter?
            switch holder {
            case .link(let secret):
                guard let known = try BallotAccess.voter(secret, in: poll.id, db) else { throw PageFault.gone }
                voter = known
            case .person: voter = person.flatMap { key?.voter($0) }
            }
            return (
                earlier: try voter.flatMap { try Ballot.find(of: $0, in: poll.id, db) },
                municipalities: try Municipality.choices(in: poll.programme, db)
            )
        }
        return BallotPage(
            poll, form, found.earlier, found.municipalities, holder, faults,
            formKey: site.formKey("ballot", in: context), in: context)
    }

    private func requestPage(
        _ poll: Poll, _ email: String?, _ faults: FormFaults, _ context: SiteContext
    ) -> BallotRequestPage {
        BallotRequestPage(poll, email, faults, formKey: site.formKey("ballot-mail", in: context), in: context)
    }

    @Sendable
    private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let poll = try await poll(context)
        let now = site.clock()
        let email = sent.text(BallotForm.Field.email)
        try context.visitor.mayVote(in: poll, at: Moment(now)).check()
        return try await site.answer(in: context) {
            _ = try site.formKey("ballot-mail", sentIn: sent, context)
            let wish = AskForBallot(
                email, language: context.language.rawValue, in: poll.number, of: poll.programme)
            let address = try wish.validated()
            try site.entrance.limits.count(.ballotNetwork, for: [Network.name(of: context.remoteAddress)], at: now)
            try site.entrance.limits.count(.ballotMail, for: [address.text], at: now)
            let (key, site) = (try site.settings.pollKeys.forVoting(in: poll), site)
            try await site.write { db in
                try wish.run(with: key, at: Moment(now), in: db) {
                    try site.letter(.ballot(poll, $0, site, in: context), in: context)
                }
            }
            return .seeOther(context.links.to(PollPaths.mail(poll.number)))
        } orShow: { faults in
            requestPage(poll, email, faults, context)
        }
    }

    @Sendable
    private func mailbox(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(BallotDonePage(.asked, try await poll(context), in: context), in: context)
    }

    @Sendable
    private func done(_ request: Request, _ context: SiteContext) async throws -> Response {
        let way = try context.query.choice("wie", as: BallotDonePage.Way.self) ?? .signedIn
        return try site.render(BallotDonePage(way, try await poll(context), in: context), in: context)
    }

    private func poll(_ context: SiteContext) async throws -> Poll {
        let (number, programme) = (try context.number(), try context.programme.id)
        let poll = try await site.read { db in try Poll.find(number: number, in: programme, db) }
        guard let poll else { throw PageFault.notFound }
        return poll
    }
}

/// Whose ballot it is.
enum BallotHolder: Sendable {
    case person
    case link(Secret)
}

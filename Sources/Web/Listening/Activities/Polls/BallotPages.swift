// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The ballot: topics to tick, and where one lives, if one wants to say so.
struct BallotPage: Page {
    static let template = "Activities/ballot"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    /// That there is a ballot already, which this one takes the place of.
    let notice: Notice?
    let action: String
    let formKey: String
    /// The secret of a guest's way here.
    let token: String?
    let topics: TickGroup
    let municipality: ChoiceField
    let submit: String
    let secrecy: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = BallotPage(
        heading: "Was ist Ihnen wichtig?", lead: "Wählen Sie bis zu 3 Themen.", summary: .sample, notice: .sample,
        action: "/mitmachangebote/1/abstimmen", formKey: "1.2.3", token: "abc", topics: .sample, municipality: .sample,
        submit: "Abstimmen", secrecy: "Niemand erfährt, wie Sie abgestimmt haben.",
        crumbs: [Crumb(label: "Mitmachangebote", link: "/mitmachangebote")])
}

extension BallotPage {
    /// - Parameters:
    ///   - form: what was typed; nil when the page is opened
    ///   - earlier: what lies in the box already
    init(
        _ poll: Poll, _ form: BallotForm?, _ earlier: Ballot?, _ municipalities: [MunicipalityChoice],
        _ holder: BallotHolder, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let ticked = form?.topics ?? earlier?.topics.map { String($0) } ?? []
        let home = earlier == nil ? context.visitor.person?.municipality : earlier?.municipality
        heading = poll.title
        lead = context.text(
            "activities.ballot.lead", count: poll.choices, ["end": context.notation.date(poll.endsOn)])
        summary = faults.summary
        notice = earlier.map {
            Notice(
                context.text("activities.ballot.earlier", ["date": context.notation.date($0.castOn)]), tone: .good)
        }
        action = context.links.to(PollPaths.vote(poll.number))
        self.formKey = formKey
        if case .link(let secret) = holder { token = secret.text } else { token = nil }
        topics = TickGroup(
            name: BallotForm.Field.topics, legend: context.text("activities.ballot.topics"),
            hint: context.text("activities.ballot.topics-hint", count: poll.choices), ticked: ticked,
            options: poll.topics.map { (String($0.position), $0.title) }, fault: faults[BallotForm.Field.topics])
        municipality = ChoiceField(
            name: BallotForm.Field.municipality, label: context.text("activities.ballot.municipality"),
            hint: context.text("activities.ballot.municipality-hint"), chosen: form == nil ? home : form?.municipality,
            empty: context.text("design.unknown"), options: municipalities.map { ($0.ags, $0.name) },
            fault: faults[BallotForm.Field.municipality])
        submit = context.text(earlier == nil ? "activities.ballot.submit" : "activities.ballot.submit-again")
        secrecy = context.text("activities.ballot.secrecy")
        crumbs = poll.crumbs(in: context)
    }
}

/// A guest asks for the way to a ballot.
struct BallotRequestPage: Page {
    static let template = "Activities/ballot-request"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let email: FormField
    let topics: [String]
    let signIn: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = BallotRequestPage(
        heading: "Was ist Ihnen wichtig?", lead: "Wählen Sie bis zu 3 Themen.", summary: .sample,
        action: "/mitmachangebote/1/stimmzettel", formKey: "1.2.3", email: .sample, topics: ["Bus und Bahn"],
        signIn: "/anmelden", crumbs: [Crumb(label: "Mitmachangebote", link: "/mitmachangebote")])
}

extension BallotRequestPage {
    init(_ poll: Poll, _ typed: String?, _ faults: FormFaults, formKey: String, in context: SiteContext) {
        heading = poll.title
        lead = context.text(
            "activities.ballot.lead", count: poll.choices, ["end": context.notation.date(poll.endsOn)])
        summary = faults.summary
        action = context.links.to(PollPaths.mail(poll.number))
        self.formKey = formKey
        email = FormField(
            name: BallotForm.Field.email, label: context.text("activities.ballot.email"),
            hint: context.text("activities.ballot.email-hint"), value: typed ?? "",
            fault: faults[BallotForm.Field.email], isRequired: true, type: "email", completion: "email")
        topics = poll.topics.map(\.title)
        signIn = context.links.to(
            PeoplePaths.signIn, [Onward.field: context.links.to(PollPaths.vote(poll.number))])
        crumbs = poll.crumbs(in: context)
    }
}

/// What happens next: look into the mailbox, or be thanked.
struct BallotDonePage: Page {
    static let template = "Activities/ballot-done"
    let heading: String
    let text: String
    let next: Section.More

    enum Way: String, CaseIterable, Sendable {
        /// The mail is on its way.
        case asked = "gebeten"
        case mail
        case signedIn = "angemeldet"
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = BallotDonePage(
        heading: "Ihre Stimme zählt", text: "Danke.",
        next: Section.More(label: "Zur Abstimmung", link: "/mitmachangebote/1"))
}

extension BallotDonePage {
    init(_ way: Way, _ poll: Poll, in context: SiteContext) {
        let words = way == .asked ? "activities.mailbox" : "activities.cast"
        let end = context.notation.date(poll.endsOn)
        heading = context.text("\(words).heading")
        text = context.text(way == .mail ? "\(words).text-mail" : "\(words).text", ["end": end])
        next = Section.More(
            label: context.text("activities.cast.back"), link: context.links.to(PollPaths.show(poll.number)))
    }
}

extension Poll {
    func crumbs(in context: SiteContext) -> [Crumb] {
        [
            Crumb(label: context.text("site.navigation.activities"), link: context.links.to("/mitmachangebote")),
            Crumb(
                label: context.text("activities.number", ["number": context.notation.number(number)]),
                link: context.links.to(PollPaths.show(number))),
        ]
    }
}

extension LetterPage {
    /// The mail with the way to a guest's ballot.
    static func ballot(_ poll: Poll, _ token: Secret, _ site: Site, in context: SiteContext) -> LetterPage {
        let path = PollPaths.vote(poll.number) + QueryText.joined([(PollPaths.token, token.text)])
        let names: KeyValuePairs = ["title": poll.title, "end": context.notation.date(poll.endsOn)]
        return LetterPage(
            subject: context.text("activities.letter.subject", names), greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("activities.letter.text", names), context.text("activities.letter.again", names),
            ],
            action: Action(
                label: context.text("activities.letter.link"),
                link: context.links.reached(at: site.mailRoot).absolute(path)),
            code: nil, closing: [context.text("activities.letter.closing"), context.text("forms.letter.automatic")],
            signature: context.currentProgramme?.name(in: context.language) ?? "Dreiklang")
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What one can vote on, until when, and the way to the ballot. Template `Activities/voting`.
struct PollPanel: Sendable {
    let badge: Badge
    let lead: String
    let period: String
    /// When the result is seen, and how many have voted so far.
    let rule: String
    let count: String?
    /// Nil while nobody can vote.
    let vote: Section.More?
    let topics: [Topic]
    /// Each change of the period with its reason; nil when there was none.
    let changes: Changes?

    struct Topic: Sendable {
        let title: ProgrammeText
        let link: String?
    }

    struct Changes: Sendable {
        let lines: [String]
    }

    static let sample = PollPanel(
        badge: .sample, lead: "Wählen Sie bis zu 3 von 12 Themen.", period: "bis 31. März",
        rule: "Das Ergebnis steht am Ende hier.", count: "1.234 Menschen haben abgestimmt.",
        vote: Section.More(label: "Jetzt abstimmen", link: "/mitmachangebote/1/abstimmen"),
        topics: [Topic(title: .sample, link: "/themenforen/1")], changes: Changes(lines: ["verlängert: Ferien"]))
}

extension PollPanel {
    /// - Parameter ballots: how many have voted so far
    init(_ poll: Poll, ballots: Int64, at now: Moment, _ mentions: Mentions, in context: SiteContext) {
        let standing = poll.standing(at: now)
        let state: PollState =
            switch standing {
            case .coming: .planned
            case .open: .open
            case .over: .closed
            }
        let dates: KeyValuePairs = [
            "start": context.notation.date(poll.startsOn), "end": context.notation.date(poll.endsOn),
            "topics": context.notation.number(Int64(poll.topics.count)),
        ]
        badge = context.badge(state: state.rawValue)
        lead = context.text("activities.voting.lead", count: poll.choices, dates)
        period = context.text("activities.voting.period-\(standing.word)", dates)
        rule = context.text("activities.voting.rule-\(poll.resultRule.rawValue.asAddressWord)")
        count =
            standing == .open && ballots >= Poll.fewest ? context.text("activities.voting.count", count: ballots) : nil
        vote =
            standing == .open
            ? Section.More(
                label: context.text("activities.voting.vote"), link: context.links.to(PollPaths.vote(poll.number)))
            : nil
        topics = poll.topics.map { topic in
            Topic(
                title: mentions.texts.original(topic.title),
                link: mentions.link(topic.forumID ?? topic.fieldID, in: context))
        }
        changes =
            poll.changes.isEmpty ? nil : Changes(lines: poll.changes.map { Self.line($0, in: context) })
    }

    static func line(_ change: Poll.Change, in context: SiteContext) -> String {
        context.text(
            "activities.voting.change",
            [
                "date": context.notation.date(change.changedOn),
                "period": context.notation.period(change.earlierStart, change.earlierEnd)
                    ?? context.text("design.undated"),
                "reason": change.reason,
            ])
    }
}

extension Poll.Standing {
    /// The last part of a key of texts.
    var word: String {
        switch self {
        case .coming: "coming"
        case .open: "open"
        case .over: "over"
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What is decided about an invented idea before its texts are made. It can be found for any idea by itself, since
/// remarks, links and duties ask for it again.
struct InventedIdea: Sendable {
    let forum: Int
    let submittedDay: Int
    let channel: IdeaChannel
    let state: IdeaState
    let fate: IdeaFate?
    /// The proposal that took it up.
    let proposal: Int?
    /// The earlier idea it was merged with.
    let mergedInto: Int?

    private static let channels: [(share: Int, value: IdeaChannel)] = [
        (70, .onlineCitizen), (9, .hall), (6, .forumOnlineDialog), (5, .organisation), (4, .paper), (3, .letter),
        (2, .municipalityPositionPaper), (1, .telephone),
    ]
    private static let fates: [(share: Int, value: IdeaFate)] = [
        (14, .takenUp), (14, .inPart), (8, .merged), (14, .passedOn), (45, .declined), (5, .unknown),
    ]

    init(_ index: Int, of programme: InventedProgramme) {
        let beginning = Beginning(index, seed: programme.seed)
        forum = beginning.forum
        submittedDay = beginning.submittedDay
        channel = beginning.channel
        state = beginning.state
        var numbers = programme.numbers("idea-fate", index)
        var drawn = numbers.pick(Self.fates)
        let proposals = programme.proposalsByForum[forum]
        let chosen = proposals.isEmpty ? nil : proposals[numbers.skewed(below: proposals.count)]
        var earlier: Int?
        if drawn == .merged {
            for _ in 0..<12 where earlier == nil && index > 0 {
                let candidate = numbers.below(index)
                let other = Beginning(candidate, seed: programme.seed)
                if other.forum == forum, other.state != .unconfirmed { earlier = candidate }
            }
            if earlier == nil { drawn = .declined }
        }
        if drawn == .takenUp || drawn == .inPart, chosen == nil { drawn = .declined }
        fate = state == .answered ? drawn : nil
        mergedInto = fate == .merged ? earlier : nil
        proposal = fate == .takenUp || fate == .inPart ? chosen : nil
    }

    /// What does not depend on other ideas.
    private struct Beginning {
        let forum: Int
        let submittedDay: Int
        let channel: IdeaChannel
        let state: IdeaState

        init(_ index: Int, seed: UInt64) {
            var numbers = SeededNumbers(seed: seed, "idea", index)
            forum = numbers.skewed(below: InventedProgramme.forumCount)
            let spans = [
                (70, InventedDates.start, InventedDates.listeningEnd),
                (20, InventedDates.listeningEnd + 1, InventedDates.decidingEnd),
                (10, InventedDates.actingStart, InventedDates.today - 3),
            ]
            let span = numbers.pick(spans.map { (share: $0.0, value: ($0.1, $0.2)) })
            submittedDay = numbers.between(span.0, span.1)
            channel = numbers.pick(InventedIdea.channels)
            let isRecent = submittedDay > InventedDates.today - 120
            let recent: [(share: Int, value: IdeaState)] = [(8, .unconfirmed), (52, .received), (40, .inReview)]
            let older: [(share: Int, value: IdeaState)] = [
                (1, .unconfirmed), (1, .received), (6, .inReview), (92, .answered),
            ]
            state = numbers.pick(isRecent ? recent : older)
        }
    }
}

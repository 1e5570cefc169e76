// SPDX-License-Identifier: EUPL-1.2

/// The colour and the sign of a state. Every state of the database has its place here and nowhere else.
struct StateLook: Equatable, Sendable {
    let tone: Tone
    let shape: Shape

    private init(_ tone: Tone, _ shape: Shape) {
        self.tone = tone
        self.shape = shape
    }

    /// A state that an operator has added later looks like something under way that nobody has judged.
    static let unjudged = StateLook(.quiet, .diamond)

    /// - Parameter key: a key of the table `state`, such as `project.running`
    init(_ key: String) {
        self = Self.looks[key] ?? .unjudged
    }

    static func isKnown(_ key: String) -> Bool {
        looks[key] != nil
    }

    private static let looks: [String: StateLook] =
        listening.merging(deciding) { first, _ in first }.merging(acting) { first, _ in first }

    private static let listening: [String: StateLook] = [
        "activity.planned": .init(.quiet, .ring), "activity.open": .init(.listening, .disc),
        "activity.closed": .init(.good, .tick),
        "event.planned": .init(.quiet, .ring), "event.open": .init(.listening, .disc),
        "event.held": .init(.good, .tick), "event.minuted": .init(.good, .tick),
        "event.cancelled": .init(.bad, .cross),
        "idea.unconfirmed": .init(.quiet, .ring), "idea.received": .init(.listening, .disc),
        "idea.in_review": .init(.deciding, .diamond), "idea.answered": .init(.good, .tick),
        "idea.taken_up": .init(.good, .tick), "idea.in_part": .init(.good, .diamond),
        "idea.merged": .init(.quiet, .arrow), "idea.passed_on": .init(.quiet, .arrow),
        "idea.declined": .init(.bad, .cross), "idea.unknown": .init(.quiet, .dash),
    ]

    private static let deciding: [String: StateLook] = [
        "consultation.planned": .init(.quiet, .ring), "consultation.open": .init(.deciding, .disc),
        "consultation.closed": .init(.deciding, .pause), "consultation.evaluated": .init(.deciding, .diamond),
        "consultation.published": .init(.good, .tick), "consultation.cancelled": .init(.bad, .cross),
        "proposal.draft": .init(.quiet, .ring), "proposal.published": .init(.deciding, .disc),
        "proposal.in_consultation": .init(.deciding, .disc), "proposal.revised": .init(.deciding, .diamond),
        "proposal.submitted": .init(.deciding, .arrow), "proposal.decided": .init(.good, .tick),
        "proposal.withdrawn": .init(.bad, .cross),
        "proposal.adopted": .init(.good, .tick), "proposal.conditional": .init(.good, .diamond),
        "proposal.deferred": .init(.warning, .pause), "proposal.rejected": .init(.bad, .cross),
        "statement.draft": .init(.quiet, .ring), "statement.internal": .init(.quiet, .diamond),
        "statement.submitted": .init(.deciding, .disc), "statement.amended": .init(.deciding, .diamond),
        "statement.withdrawn": .init(.bad, .cross),
        "point.received": .init(.deciding, .ring), "point.assigned": .init(.deciding, .arrow),
        "point.assessed": .init(.deciding, .diamond), "point.agreed": .init(.deciding, .diamond),
        "point.released": .init(.deciding, .disc), "point.published": .init(.good, .tick),
        "point.accepted": .init(.good, .tick), "point.in_part": .init(.good, .diamond),
        "point.not_accepted": .init(.bad, .cross), "point.noted": .init(.quiet, .disc),
        "point.already_contained": .init(.quiet, .tick), "point.out_of_scope": .init(.quiet, .dash),
        "paper.draft": .init(.quiet, .ring), "paper.co_signing": .init(.deciding, .diamond),
        "paper.submitted": .init(.deciding, .arrow), "paper.on_agenda": .init(.deciding, .disc),
        "paper.decided": .init(.good, .tick), "paper.published": .init(.good, .tick),
        "paper.withdrawn": .init(.bad, .cross),
        "signature.open": .init(.quiet, .ring), "signature.signed": .init(.good, .tick),
        "signature.proviso": .init(.warning, .triangle), "signature.refused": .init(.bad, .cross),
        "signature.lapsed": .init(.warning, .dash),
        "decision.adopted": .init(.good, .tick), "decision.conditional": .init(.good, .diamond),
        "decision.deferred": .init(.warning, .pause), "decision.rejected": .init(.bad, .cross),
    ]

    private static let acting: [String: StateLook] = [
        "project.planned": .init(.quiet, .ring), "project.not_started": .init(.warning, .ring),
        "project.running": .init(.acting, .disc), "project.suspended": .init(.warning, .pause),
        "project.completed": .init(.good, .tick), "project.permanent": .init(.good, .diamond),
        "project.handed_over": .init(.good, .arrow), "project.discontinued": .init(.bad, .cross),
        "project.unknown": .init(.quiet, .dash),
        "light.green": .init(.good, .tick), "light.amber": .init(.warning, .triangle),
        "light.red": .init(.bad, .cross),
        "milestone.planned": .init(.quiet, .ring), "milestone.done": .init(.good, .tick),
        "milestone.dropped": .init(.bad, .cross),
        "report.draft": .init(.quiet, .ring), "report.released": .init(.good, .tick),
        "application.draft": .init(.quiet, .ring), "application.submitted": .init(.acting, .ring),
        "application.checked": .init(.acting, .diamond), "application.under_review": .init(.acting, .diamond),
        "application.proposed": .init(.acting, .arrow), "application.decided": .init(.acting, .disc),
        "application.withdrawn": .init(.bad, .cross),
        "application.accepted": .init(.good, .tick), "application.declined": .init(.bad, .cross),
        "duty.open": .init(.deciding, .ring), "duty.met": .init(.good, .tick),
        "duty.passed_on": .init(.quiet, .arrow), "duty.lapsed": .init(.bad, .cross),
        "duty.resting": .init(.warning, .pause),
    ]
}

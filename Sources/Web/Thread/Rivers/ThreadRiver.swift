// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The thread of one matter as a river: its origins before it, its results after it, each step a strand.
struct ThreadRiver: RiverTelling {
    static let measure = "step"

    let river: River
    let stages: [RiverStageWords] = []
    private let wording: ThreadWording
    /// The stage of what the page is about.
    fileprivate let here: Int
    private let words: [String: RiverKnotWords]

    init(_ thread: RedThread, _ wording: ThreadWording) {
        self.wording = wording
        let before = thread.origins.map(\.distance).max() ?? 0
        here = before
        var knots = [River.Knot(thread.start.id, stage: before)]
        var strands: [River.Strand] = []
        var words = [thread.start.id: Self.words(of: thread.start, nil, wording)]
        for (levels, direction) in [(thread.origins, ThreadDirection.origins), (thread.results, .results)] {
            for level in levels {
                let stage = before + (direction == .origins ? -level.distance : level.distance)
                for step in level.steps where words[step.matter.id] == nil {
                    words[step.matter.id] = Self.words(of: step.matter, direction, wording)
                    knots.append(River.Knot(step.matter.id, stage: stage, isLost: Self.isLost(step.matter)))
                }
                strands += level.steps.flatMap(\.edges).map {
                    River.Strand(from: $0.from, to: $0.to, amount: 1, measure: Self.measure)
                }
                for group in level.groups {
                    let id = "\(group.near) \(group.link.rawValue) \(group.kind.rawValue)"
                    words[id] = Self.words(of: group, direction, wording)
                    knots.append(River.Knot(id, stage: stage))
                    let ends = direction == .origins ? (id, group.near) : (group.near, id)
                    strands.append(
                        River.Strand(from: ends.0, to: ends.1, amount: group.count, measure: Self.measure))
                }
            }
        }
        self.words = words
        river = River(knots: knots, strands: strands)
    }

    func words(of knot: River.Knot) -> RiverKnotWords {
        words[knot.id]
            ?? RiverKnotWords(
                strong: wording.context.text("links.picture.more", count: knot.members.count), title: nil,
                tone: .quiet, link: Self.list(knot.stage < here ? .origins : .results))
    }

    /// The link of a strand is that of its later end, as far as it has one.
    func words(of strand: River.Strand) -> RiverStrandWords {
        let far = words[strand.to]?.isHere == true ? words[strand.from] : words[strand.to]
        return RiverStrandWords(
            amount: wording.context.text("rivers.amount.step", count: strand.amount), tone: far?.tone ?? .quiet,
            link: far?.link)
    }

    /// - Parameter direction: nil for what the page is about
    private static func words(
        of matter: MatterSummary, _ direction: ThreadDirection?, _ wording: ThreadWording
    ) -> RiverKnotWords {
        let link = direction.map { wording.threadLink(to: matter) ?? wording.link(to: matter) ?? list($0) }
        return RiverKnotWords(
            strong: wording.kind(of: matter), short: short(of: matter, wording), title: wording.title(of: matter),
            tone: isLost(matter) ? .bad : matter.kind.phase, link: link, isHere: direction == nil)
    }

    /// "Vorschlag 3" where "Projektvorschlag 3" does not fit.
    private static func short(of matter: MatterSummary, _ wording: ThreadWording) -> String? {
        guard matter.kind == .proposal, let number = matter.number else { return nil }
        return wording.context.text("proposals.number", ["number": wording.context.notation.number(number)])
    }

    private static func words(
        of group: ThreadGroup, _ direction: ThreadDirection, _ wording: ThreadWording
    ) -> RiverKnotWords {
        RiverKnotWords(
            strong: wording.title(of: group), title: nil, tone: group.kind.phase,
            link: wording.link(to: group) ?? list(direction))
    }

    /// The list on the same page, for what has no page of its own.
    private static func list(_ direction: ThreadDirection) -> String {
        direction == .origins ? "#woher" : "#wohin"
    }

    /// It was refused or discontinued.
    private static func isLost(_ matter: MatterSummary) -> Bool {
        (matter.outcome ?? matter.state).map { StateLook($0).tone == .bad } ?? false
    }
}

extension RiverPictures {
    /// Nil where there is nothing but the start.
    init?(_ thread: RedThread, _ wording: ThreadWording) {
        let telling = ThreadRiver(thread, wording)
        guard !telling.river.strands.isEmpty else { return nil }
        self.init(
            telling.river, wide: .thread, keeping: [telling.here],
            title: wording.context.text("links.picture.title", ["title": wording.title(of: thread.start).text]),
            description: wording.context.text("links.picture.description"),
            caption: wording.context.text("links.picture.description"), telling)
    }
}

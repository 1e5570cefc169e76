// SPDX-License-Identifier: EUPL-1.2

import Participation

/// How the programme's river speaks: what each place is called, and the list behind each number.
struct RiverWording: RiverTelling {
    let view: RiverView
    let texts: ProgrammeTexts
    let context: SiteContext
    let links: RiverLinks
    private let places: [String: RiverPlace]

    init(_ view: RiverView, _ texts: ProgrammeTexts, in context: SiteContext) {
        self.view = view
        self.texts = texts
        self.context = context
        links = RiverLinks(names: view.names, selection: view.selection, links: context.links)
        places = Dictionary(view.programmeRiver.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func place(_ id: String) -> RiverPlace? { places[id] }

    func amount(_ measure: RiverMeasure, _ number: Int64) -> String {
        context.text("rivers.amount.\(measure.rawValue)", count: number)
    }

    var stages: [RiverStageWords] {
        let filled = Set(view.programmeRiver.places.filter { !$0.isLost }.map(\.stage))
        return RiverStage.allCases.map { stage in
            RiverStageWords(
                title: context.text("rivers.stage.\(stage)"),
                gap: filled.contains(stage) ? nil : context.text("rivers.gap.short"))
        }
    }

    func words(of strand: River.Strand) -> RiverStrandWords {
        let measure = RiverMeasure(rawValue: strand.measure)
        let (from, to) = (places[strand.from], places[strand.to])
        return RiverStrandWords(
            amount: measure.map { amount($0, strand.amount) } ?? context.notation.number(strand.amount),
            tone: to?.isLost == true || strand.to.hasPrefix("lost") ? .bad : measure?.tone ?? .quiet,
            link: links.list(from: from, to: to, measure))
    }

    func words(of knot: River.Knot) -> RiverKnotWords {
        guard let place = places[knot.id] else { return words(ofJoined: knot) }
        let number = view.programmeRiver.river.amount(of: place.id)
        let link = links.list(of: place)
        return switch place {
        case .ideas: plain(.idea, view.programmeRiver.total(.idea), .listening, link)
        case .forum(let id): forum(id, link)
        case .proposals: plain(.proposal, view.programmeRiver.total(.proposal), .deciding, link)
        case .applications: plain(.application, view.programmeRiver.total(.application), .acting, link)
        case .decisions:
            RiverKnotWords(
                strong: view.decisions.map { context.text("rivers.amount.decision", count: $0) }
                    ?? context.text("rivers.stage.decisions"), title: nil, tone: .deciding, link: link)
        case .audience(let key):
            RiverKnotWords(
                strong: amount(.statement, number), short: context.notation.number(number),
                title: own(context.word(.audience, key)), tone: .deciding, link: link)
        case .ideaEnd: end(place, .idea, number, link)
        case .proposalEnd: end(place, .proposal, number, link)
        case .applicationEnd: end(place, .application, number, link)
        case .statementEnd: end(place, .statement, number, link)
        case .unknownOrigin:
            titled(.project, number, own(context.text("rivers.end.origin")), .quiet, link)
        case .field(let id): titled(.project, number, field(id), .acting, link)
        case .state(let state):
            titled(.project, number, own(context.word(state: state.rawValue)), StateLook(state.rawValue).tone, link)
        }
    }

    /// What the end of something is called: "noch ohne Antwort".
    func end(_ place: RiverPlace) -> String {
        let fate =
            switch place {
            case .ideaEnd(let fate), .proposalEnd(let fate), .applicationEnd(let fate): fate
            case .statementEnd: "statement"
            case .state(let state): state.rawValue
            default: ""
            }
        let word = fate.asAddressWord
        // A state that an operator has added has no sentence of its own.
        return context.texts.has("rivers.end.\(word)") ? context.text("rivers.end.\(word)") : context.word(state: fate)
    }

    private func forum(_ id: String, _ link: String?) -> RiverKnotWords {
        let river = view.programmeRiver.river
        let here = "forum \(id)"
        let ideas = river.strands.filter { $0.to == here }.map(\.amount).reduce(0, +)
        let made = { (measure: RiverMeasure) in
            river.strands.filter { $0.from == here && $0.measure == measure.rawValue }.map(\.amount)
                .reduce(0, +)
        }
        let numbers: [(RiverMeasure, Int64)] = [
            (.idea, ideas), (.proposal, made(.proposal)), (.project, made(.project)),
        ]
        let detail = numbers.filter { $0.1 > 0 }.prefix(2).map { amount($0.0, $0.1) }.joined(separator: " · ")
        guard let forum = view.names.forums.first(where: { $0.id == id }) else {
            return RiverKnotWords(
                strong: context.text("rivers.end.forum"), title: nil, detail: detail, tone: .quiet, link: link)
        }
        return RiverKnotWords(
            strong: context.word(kind: .forum) + "\u{A0}" + context.notation.number(forum.number),
            short: context.text("rivers.short.forum", ["number": context.notation.number(forum.number)]),
            title: forum.title.map { texts.title(of: id, or: $0) }, detail: detail, tone: .listening, link: link)
    }

    private func field(_ id: String) -> ProgrammeText {
        guard let field = view.names.fields.first(where: { $0.id == id }), let title = field.title else {
            return own(context.text("rivers.end.field"))
        }
        return texts.title(of: id, or: title)
    }

    private func words(ofJoined knot: River.Knot) -> RiverKnotWords {
        guard let stage = RiverStage(rawValue: knot.stage) else {
            return RiverKnotWords(strong: knot.id, title: nil, tone: .quiet, link: nil)
        }
        let members = knot.members.compactMap { places[$0] }
        let total = members.map { view.programmeRiver.river.amount(of: $0.id) }.reduce(0, +)
        let isWhole = view.programmeRiver.places.filter { $0.stage == stage && $0.isLost == knot.isLost } == members
        let link = links.list(of: stage)
        if knot.isLost {
            let ending = view.programmeRiver.losses.filter { members.contains($0.place) }.map(\.measure)
            let measure = Set(ending).count == 1 ? ending.first : nil
            return RiverKnotWords(
                strong: measure.map { amount($0, total) } ?? context.notation.number(total),
                title: own(context.text("rivers.joined.lost")), tone: .bad, link: link)
        }
        let count = context.text("rivers.joined.\(stage)", count: members.count)
        switch stage {
        case .projects, .results, .statements:
            let measure: RiverMeasure = stage == .statements ? .statement : .project
            let title = isWhole && stage == .results ? context.text("rivers.joined.going-on") : count
            return titled(measure, total, own(title), measure.tone, link)
        case .ideas, .forums, .proposals, .decisions:
            return RiverKnotWords(
                strong: count,
                short: stage == .forums ? context.text("rivers.short.forums", count: members.count) : nil,
                title: isWhole ? nil : own(context.text("rivers.joined.more")),
                tone: stage == .forums ? .listening : .deciding, link: link)
        }
    }

    private func plain(_ measure: RiverMeasure, _ number: Int64, _ tone: Tone, _ link: String?) -> RiverKnotWords {
        RiverKnotWords(strong: amount(measure, number), title: nil, tone: tone, link: link)
    }

    private func titled(
        _ measure: RiverMeasure, _ number: Int64, _ title: ProgrammeText, _ tone: Tone, _ link: String?
    ) -> RiverKnotWords {
        RiverKnotWords(strong: amount(measure, number), title: title, tone: tone, link: link)
    }

    private func end(
        _ place: RiverPlace, _ measure: RiverMeasure, _ number: Int64, _ link: String?
    ) -> RiverKnotWords {
        titled(measure, number, own(end(place)), .bad, link)
    }

    /// Words of the interface, in the language of the page.
    private func own(_ text: String) -> ProgrammeText { ProgrammeText(text: text, language: nil) }
}

extension RiverMeasure {
    /// The phase whose colour a strand has.
    var tone: Tone {
        switch self {
        case .idea: .listening
        case .proposal, .statement: .deciding
        case .application, .project: .acting
        }
    }
}

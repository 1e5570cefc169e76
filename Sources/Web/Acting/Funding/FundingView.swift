// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What the page about money tells.
struct FundingView: Sendable {
    /// Nil where nothing is booked.
    let selection: FundingSelection?
    let sums: [FundingSum]
    let flows: [FundingFlow]
    let cited: [CitedAmount]
    let reach: FundingReach
    let number: Int64

    static func load(_ query: Query, in programme: String, _ db: Connection) throws -> FundingView {
        let sums = try FundingSum.list(in: programme, db)
        let selection = try FundingSelection(query, among: sums)
        return FundingView(
            selection: selection, sums: sums,
            flows: try selection.map { try FundingFlow.list(in: programme, $0, db) } ?? [],
            cited: try CitedAmount.list(in: programme, db), reach: try FundingReach.load(in: programme, db),
            number: try query.page())
    }

    /// The sum that the page shows; counter-entries are taken off.
    var total: Int64 { flows.map(\.cents).reduce(0, +) }

    /// Further cited amounts stand in the download.
    static let mostCited = 50

    /// The page of the ledger's ways that is shown, the largest first.
    var shown: ArraySlice<FundingFlow> { ListPage(number).rows(of: flows) }

    /// The matters whose names the page shows, each once: few, however long the ledger is.
    var matters: [String] {
        let projects = shown.map(\.project) + flows.prefix(100).map(\.project)
        let cited = cited.prefix(Self.mostCited).flatMap { [$0.project, $0.field] }
        let frame = flows.flatMap { [$0.ministry, $0.field] }
        return Set((projects + cited + frame).compactMap { $0 }).sorted()
    }

    /// What is booked of a kind on a basis in the chosen year; nil where nothing is.
    func cents(_ kind: FundingKind, on basis: FundingBasis) -> Int64? {
        let year = selection?.year
        let amounts = sums.filter { $0.kind == kind && $0.basis == basis && (year == nil || $0.year == year) }
        return amounts.isEmpty ? nil : amounts.map(\.cents).reduce(0, +)
    }

    var years: [Int64] { sums.map(\.year).reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
}

extension FundingSelection {
    /// `?art=paid&grundlage=state_share&jahr=2025`. What is not said is the first of which something is booked: what
    /// was approved says most.
    init?(_ query: Query, among sums: [FundingSum]) throws(PageFault) {
        let kinds: [FundingKind] = [.approved, .paid, .budgeted, .planned, .applied, .returned]
        let bases = FundingBasis.allCases
        let kind = try query.choice("art", as: FundingKind.self)
        let basis = try query.choice("grundlage", as: FundingBasis.self)
        let year = try query.number("jahr")
        if let year, !sums.contains(where: { $0.year == year }) { throw .unknownValue(name: "jahr") }
        let wished = sums.filter { (kind ?? $0.kind) == $0.kind && (basis ?? $0.basis) == $0.basis }
        guard !sums.isEmpty else { return nil }
        let firstKind = kinds.first { one in wished.contains { $0.kind == one } } ?? .approved
        let chosenKind = kind ?? firstKind
        let firstBasis = bases.first { one in wished.contains { $0.basis == one && $0.kind == chosenKind } }
        self.init(kind: chosenKind, basis: basis ?? firstBasis ?? .stateShare, year: year)
    }
}

/// How the river of money speaks.
struct FundingWording: RiverTelling, RiverListing {
    let view: FundingView
    let mentions: Mentions
    let context: SiteContext

    var columns: [String] {
        [context.text("rivers.table.from"), context.text("rivers.table.to"), context.text("funding.table.amount")]
    }

    var stages: [RiverStageWords] {
        ["source", "ministry", "field", "project"].map {
            RiverStageWords(title: context.text("funding.stage.\($0)"), gap: nil)
        }
    }

    func words(of knot: River.Knot) -> RiverKnotWords {
        let amount = context.notation.roundedMoney(amounts[knot.id] ?? joined(knot))
        guard knot.members.isEmpty else {
            let more = context.text("funding.stage.more", count: knot.members.count)
            return RiverKnotWords(
                strong: amount, title: ProgrammeText(text: more, language: nil), tone: Self.tones[knot.stage],
                link: knot.stage == 3 ? context.links.to("/mittel") + context.query.text + "#tabelle" : nil)
        }
        return RiverKnotWords(
            strong: amount, title: title(knot), tone: Self.tones[knot.stage],
            link: link(to: knot.id))
    }

    func words(of strand: River.Strand) -> RiverStrandWords {
        let near = [strand.to, strand.from].compactMap { link(to: $0) }.first
        return RiverStrandWords(
            amount: context.notation.roundedMoney(strand.amount), tone: tone(of: strand.from),
            link: near ?? context.links.to("/mittel") + context.query.text + "#tabelle")
    }

    private static let tones: [Tone] = [.quiet, .deciding, .listening, .acting]
    private let amounts: [String: Int64]
    private let projects: [String: FundingFlow]

    init(_ view: FundingView, _ river: River, _ mentions: Mentions, in context: SiteContext) {
        projects = Dictionary(view.flows.map { ($0.project, $0) }, uniquingKeysWith: { first, _ in first })
        self.view = view
        self.mentions = mentions
        self.context = context
        amounts = Dictionary(
            river.knots.map { ($0.id, river.amount(of: $0.id)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Several knots put together name their stage.
    private func tone(of knot: String) -> Tone {
        switch knot.prefix(while: { $0 != " " }) {
        case "source": .quiet
        case "ministry": .deciding
        case "field": .listening
        default: Int(Self.id(of: knot)).map { Self.tones[$0] } ?? .acting
        }
    }

    private func link(to knot: String) -> String? {
        let id = Self.id(of: knot)
        if let project = projects[id] { return context.links.to("/projekte/\(project.projectNumber)#geld") }
        return mentions.link(id, in: context)
    }

    private func joined(_ knot: River.Knot) -> Int64 {
        knot.members.compactMap { amounts[$0] }.reduce(0, +)
    }

    private func title(_ knot: River.Knot) -> ProgrammeText {
        let key = Self.id(of: knot.id)
        if let project = projects[key] { return mentions.texts.title(of: key, or: project.projectTitle) }
        if knot.stage == 0 { return ProgrammeText(text: context.word(.fundingSource, key), language: nil) }
        // A ministry goes by its abbreviation, which is its key.
        if knot.stage == 1, let ministry = mentions.matter(key) {
            return ProgrammeText(text: ministry.key, language: nil)
        }
        return mentions.title(key) ?? ProgrammeText(text: context.text("design.unknown"), language: nil)
    }

    /// Without the word for its kind.
    private static func id(of knot: String) -> String {
        knot.firstIndex(of: " ").map { String(knot[knot.index(after: $0)...]) } ?? knot
    }
}

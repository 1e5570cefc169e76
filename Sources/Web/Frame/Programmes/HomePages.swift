// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The start page: where the programme stands, what is open, what came of it.
struct HomePage: Page {
    static let template = "Programmes/home"
    let heading: String
    let lead: ProgrammeText
    /// The way to what everybody can do now; nil while no ideas are taken in.
    let invitation: Section.More?
    let lifeLine: LifeLine?
    let now: Section
    let figures: [FigureTile]
    let note: ProgrammeText?
    let promise: Promise?
    let river: RiverTeaser?
    /// The latest changes; where no day of a change is known, the last entries of the chronicle.
    let recent: Section
    let chronicle: Section?
    let fields: [Card]
    let fieldsLink: String
    let forums: Forums?
    let lessons: Section?
    let others: Others?

    /// "Was wurde aus …?", answered for one idea.
    struct Promise: Sendable {
        let heading: String
        let text: ProgrammeText
        let thread: RedThreadChain
        let link: String?
        let all: String
    }

    struct Forums: Sendable {
        let link: String
        let forums: [Forum]
    }

    struct Forum: Sendable {
        let number: String
        let title: ProgrammeText
        let link: String
    }

    /// The other programmes of this installation.
    struct Others: Sendable {
        let programmes: [Card]
    }

    var head: PageHead { PageHead(title: heading, description: lead.text) }

    static let sample = HomePage(
        heading: "Ruhr-Konferenz", lead: .sample,
        invitation: Section.More(label: "Idee einreichen", link: "/ideen/neu"),
        lifeLine: .sample, now: .sample, figures: [.sample], note: .sample,
        promise: Promise(
            heading: "Was wurde aus …?", text: .sample, thread: .sample, link: "/faden/idee/8", all: "/ideen"),
        river: .sample, recent: .sample, chronicle: .sample, fields: [.sample], fieldsLink: "/handlungsfelder",
        forums: Forums(link: "/themenforen", forums: [Forum(number: "1", title: .sample, link: "/themenforen/1")]),
        lessons: .sample, others: Others(programmes: [.sample]))
}

extension HomePage {
    init(
        _ view: HomeView, _ texts: ProgrammeTexts, others: [SiteProgramme], today: PartialDate,
        in context: SiteContext
    ) {
        let programme = view.programme
        heading = texts.text("title", of: programme.id, or: programme.title).text
        lead =
            texts.text("subtitle", of: programme.id, or: programme.subtitle)
            ?? texts.text("summary", of: programme.id, or: programme.summary)
        invitation =
            context.visitor.maySubmitIdea(view.opening, on: today).isAllowed
            ? Section.More(label: context.text("ideas.form.heading"), link: context.links.to(IdeaPaths.new)) : nil
        lifeLine = LifeLine(view.phases, texts, today: today, in: context)
        now = Self.now(view, texts, today: today, in: context)
        figures = HomeFigures(figures: view.figures, context: context).tiles
        note = programme.note.map(texts.original)
        promise = view.example.map { Promise($0, texts, in: context) }
        river = RiverTeaser(view.river, texts, in: context)
        let chronicle = Self.chronicle(view.chronicle, texts, in: context)
        recent = view.happenings.isEmpty ? chronicle : Self.changes(view.happenings, texts, in: context)
        self.chronicle = view.happenings.isEmpty ? nil : chronicle
        fields = view.fields.map { Self.card($0, view.tallies, texts, in: context) }
        fieldsLink = context.links.to("/handlungsfelder")
        forums = Self.forums(view.forums, texts, in: context)
        lessons = Self.lessons(view.lessons, texts, in: context)
        let cards = others.map { Self.card($0, in: context) }
        self.others = cards.isEmpty ? nil : Others(programmes: cards)
    }

    /// Which phases run today, and what anyone can take part in.
    private static func now(
        _ view: HomeView, _ texts: ProgrammeTexts, today: PartialDate, in context: SiteContext
    ) -> Section {
        let current = view.phases.filter { $0.standing(on: today) == .current }
        let openings = current.flatMap { phase in
            let name = texts.text("name", of: phase.id, or: phase.name).text
            return phase.openings.map { Section.Bullet(texts.original($0), details: name) }
        }
        return Section(
            context.text("programmes.home.now"), anchor: "jetzt",
            bulletLabel: context.text("programmes.home.openings"), bullets: openings,
            rows: view.open.map { offer($0, texts, in: context) },
            note: view.open.isEmpty ? context.text("programmes.home.nothing-open") : nil)
    }

    /// A consultation says until when it is open, an event when it takes place.
    private static func offer(_ matter: MatterSummary, _ texts: ProgrammeTexts, in context: SiteContext) -> ListRow {
        let title = context.title(of: matter, in: texts)
        let day = matter.datedOn.map(context.notation.date)
        let date = matter.kind == .consultation ? day.map { context.text("programmes.home.until", ["date": $0]) } : day
        return ListRow(
            title: title.text, link: context.link(to: matter) ?? context.links.to("/"),
            facts: [context.quotation(of: matter), date].compactMap { $0 },
            badge: matter.state.map { context.badge(state: $0) }, language: title.language)
    }

    private static func changes(
        _ happenings: [Happening], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Section {
        Section(
            context.text("programmes.home.changes"),
            rows: happenings.map { happening in
                let title = context.title(of: happening.matter, in: texts)
                return ListRow(
                    title: title.text, link: context.link(to: happening.matter) ?? context.links.to("/"),
                    facts: [
                        context.quotation(of: happening.matter),
                        happening.effectiveOn.map {
                            context.text("programmes.home.since", ["date": context.notation.date($0)])
                        },
                    ].compactMap { $0 },
                    badge: context.badge(state: happening.state), language: title.language)
            })
    }

    private static func chronicle(
        _ entries: [TimelineEntry], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Section {
        Section(
            context.text("programmes.home.chronicle"),
            bullets: entries.map {
                Section.Bullet(
                    texts.text("title", of: $0.id, or: $0.title), details: context.notation.date($0.datedOn))
            },
            note: entries.isEmpty ? context.text("chronicle.none") : nil,
            more: Section.More(
                label: context.text("programmes.home.chronicle-all"), link: context.links.to("/chronik")))
    }

    private static func lessons(
        _ lessons: [Lesson], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Section? {
        guard !lessons.isEmpty else { return nil }
        return Section(
            context.text("programmes.lessons.heading"),
            bullets: lessons.prefix(3).map {
                Section.Bullet(
                    texts.text("finding", of: $0.id, or: $0.finding),
                    details: context.text("programmes.lessons.raised-by", ["name": $0.raisedBy]))
            },
            more: Section.More(
                label: context.text("programmes.lessons.all", count: lessons.count),
                link: context.links.to("/programm") + "#lehren"))
    }
}

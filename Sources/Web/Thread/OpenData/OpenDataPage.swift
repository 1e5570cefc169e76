// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// What the page of open data tells.
struct OpenDataView: Sendable {
    let programme: Programme
    let lists: [OpenList]
    let licence: DataLicence
    let languages: [TextTally]
    /// What has a text in Leichte Sprache.
    let easy: [MatterSummary]
    /// What absolute addresses begin with.
    let root: String
}

/// `/daten`: every list with its files and what its columns mean, the licence, and what else can be taken away.
struct OpenDataPage: Page {
    static let template = "OpenData/show"
    let heading: String
    let lead: String
    let licence: Section
    let terms: Facts
    let groups: [Group]
    let rules: Section
    let others: [Section]
    let formats: [PageFormat]

    struct Group: Sendable {
        let heading: String
        let lists: [List]
    }

    struct List: Sendable {
        let anchor: String
        let title: String
        /// The page that shows the list.
        let link: String
        let about: String
        /// "/beteiligungen/{nummer}/synopse.csv" for a list of which there are many; nil where the files have links.
        let pattern: String?
        let files: [Downloads.Format]
        let columnsLabel: String
        let table: Table
    }

    var head: PageHead { PageHead(title: heading, description: lead, formats: formats) }

    static let sample = OpenDataPage(
        heading: "Offene Daten", lead: "Alles zum Mitnehmen.", licence: .sample, terms: .sample,
        groups: [
            Group(
                heading: "Handeln",
                lists: [
                    List(
                        anchor: "projects", title: "Projekte", link: "/projekte", about: "Alle Projekte.",
                        pattern: "/beteiligungen/{nummer}/synopse.csv", files: [Downloads.sample.first],
                        columnsLabel: "Was die 19 Spalten bedeuten", table: .sample)
                ])
        ], rules: .sample, others: [.sample],
        formats: [
            PageFormat(mediaType: "application/ld+json", title: "Datenkatalog", link: "/daten/katalog.jsonld")
        ])
}

extension OpenDataPage {
    init(_ view: OpenDataView, _ texts: ProgrammeTexts, in context: SiteContext) throws(PageFault) {
        let word = { (key: String) in context.text("opendata.page.\(key)") }
        heading = word("heading")
        lead = word("lead")
        licence = Section(
            word("licence"), anchor: "lizenz",
            paragraphs: [
                ProgrammeText(
                    text: word(view.licence.asksForSource ? "licence-text" : "licence-text-zero"), language: nil)
            ])
        terms = Self.terms(view, in: context)
        groups = Self.groups(view.lists, in: context)
        rules = Section(
            word("rules"), anchor: "aufbau",
            bullets: ["rule-csv", "rule-json", "rule-dates", "rule-money", "rule-keys"].map {
                Section.Bullet(word($0))
            })
        others = [
            try Self.more(in: context),
            view.languages.isEmpty ? nil : Self.languages(view.languages, in: context),
            view.easy.isEmpty ? nil : Self.easy(view.easy, texts, in: context),
        ].compactMap { $0 }
        formats = [
            PageFormat(
                mediaType: "application/ld+json", title: word("catalogue"),
                link: context.links.to(OpenDataRoutes.cataloguePath))
        ]
    }

    private static func terms(_ view: OpenDataView, in context: SiteContext) -> Facts {
        let german: String? = context.language == .german ? nil : Language.german.rawValue
        var entries = [
            Facts.Entry(
                context.text("opendata.page.licence-name"),
                [Facts.Value(text: view.licence.name, link: view.licence.page, language: german)])
        ]
        if view.licence.asksForSource {
            entries.append(
                Facts.Entry(
                    context.text("opendata.page.source-line"),
                    [
                        Facts.Value(
                            text: view.programme.attributionLine(context.links.reached(at: view.root)), link: nil,
                            language: german)
                    ]))
        }
        if let responsible = view.programme.responsible {
            entries.append(
                Facts.Entry(
                    context.text("opendata.page.responsible"),
                    [Facts.Value(text: responsible, link: nil, language: german)]))
        }
        return Facts(entries: entries)
    }

    /// The lists in the groups of the navigation, so that they are looked for where their pages are. What the
    /// navigation does not lead to stands in its last group, where records are looked up.
    private static func groups(_ lists: [OpenList], in context: SiteContext) -> [Group] {
        let groups = context.navigation.groups
        let places = lists.map { list in
            groups.firstIndex { group in
                group.pages.contains { list.page == $0.path || list.page.hasPrefix($0.path + "/") }
            } ?? groups.count - 1
        }
        return groups.enumerated().compactMap { index, group in
            let own = zip(lists, places).filter { $0.1 == index }.map(\.0)
            guard !own.isEmpty else { return nil }
            return Group(
                heading: context.text("site.groups.\(group.key)"), lists: own.map { List($0, in: context) })
        }
    }

    private static func more(in context: SiteContext) throws(PageFault) -> Section {
        let word = { (key: String) in context.text("opendata.page.\(key)") }
        let ways = [
            ("catalogue", context.links.to(OpenDataRoutes.cataloguePath)),
            ("calendar", context.links.to("/termine.ics")), ("feed", context.links.to("/chronik.atom")),
            ("sitemap", SitemapRoutes.path),
        ]
        let package = Section.Bullet(
            word("package"),
            details: context.text("opendata.page.package-about", ["slug": try context.programme.slug]))
        return Section(
            word("more"), anchor: "mehr",
            bullets: ways.map { Section.Bullet(word($0.0), link: $0.1, details: word("\($0.0)-about")) } + [package])
    }

    private static func easy(
        _ matters: [MatterSummary], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Section {
        Section(
            context.text("opendata.page.language-de-simple"), anchor: "leichte-sprache",
            bullets: matters.map { matter in
                Section.Bullet(
                    context.title(of: matter, in: texts),
                    link: context.link(to: matter).map { $0 + "#leichte-sprache" },
                    details: context.word(kind: matter.kind))
            })
    }

    private static func languages(_ tallies: [TextTally], in context: SiteContext) -> Section {
        Section(
            context.text("opendata.page.languages"), anchor: "sprachen",
            paragraphs: [ProgrammeText(text: context.text("opendata.page.languages-lead"), language: nil)],
            bullets: tallies.map { tally in
                Section.Bullet(
                    context.text("opendata.page.language-\(tally.language.rawValue)"),
                    details: context.text("opendata.page.texts-count", count: tally.texts))
            })
    }
}

extension OpenDataPage.List {
    init(_ list: OpenList, in context: SiteContext) {
        anchor = list.key
        title = list.title(in: context)
        link = context.links.to(list.hasPattern ? "/beteiligungen" : list.page)
        about = context.text("opendata.list.\(list.key).about")
        pattern =
            list.hasPattern
            ? context.links.to(list.path.replacing("{number}", with: "{nummer}")) + ".csv" : nil
        files =
            list.hasPattern
            ? []
            : OpenFormat.allCases.map { format in
                let name = format.rawValue.uppercased()
                return Downloads.Format(
                    label: name, link: context.links.to("\(list.path).\(format.rawValue)"),
                    mediaType: format.mediaType, title: context.text("opendata.list.\(list.key).title"))
            }
        columnsLabel = context.text("opendata.page.columns-of", count: list.fields.count)
        let columns = ["column", "holds", "meaning"].map { Table.Column(context.text("opendata.page.\($0)")) }
        table = Table(
            caption: title, columns: columns,
            rows: list.fields.map { field in
                Table.Row([
                    Table.Cell(columns[0], field.name, isHeading: true),
                    Table.Cell(columns[1], context.text("opendata.kind.\(field.kind.rawValue)")),
                    Table.Cell(columns[2], list.meaning(of: field, in: context)),
                ])
            })
    }
}

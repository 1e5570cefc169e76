// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What the page of a field of action tells.
struct FieldView: Sendable {
    let field: FieldOfAction
    let goals: [Goal]
    let projects: [MatterSummary]
    let ideas: [MatterSummary]
    let sources: [Source]
    let easy: EasyText?

    static func find(number: Int64, in programme: String, _ db: Connection) throws -> FieldView? {
        guard let field = try FieldOfAction.find(number: number, in: programme, db) else { return nil }
        return FieldView(
            field: field, goals: try Goal.list(in: programme, db).filter { $0.fieldID == field.id },
            projects: try field.projects(in: programme, db), ideas: try field.ideas(in: programme, db),
            sources: try Source.list(of: field.id, in: db),
            easy: try EasyText.find("description", of: field.id, in: programme, db))
    }

    /// Whose texts the page shows.
    var matters: [String] { [field.id] + goals.map(\.id) + projects.map(\.id) + ideas.map(\.id) }

    /// The projects by state, in the order of the first project of each state.
    var projectsByState: [(state: String, projects: [MatterSummary])] {
        var groups: [(state: String, projects: [MatterSummary])] = []
        for project in projects {
            guard let state = project.state else { continue }
            if let index = groups.firstIndex(where: { $0.state == state }) {
                groups[index].projects.append(project)
            } else {
                groups.append((state, [project]))
            }
        }
        return groups.sorted { $0.projects.count > $1.projects.count }
    }
}

extension CataloguePage {
    /// The list of fields with their ministries and how many projects stand where.
    init(_ fields: [FieldOfAction], _ tallies: [ProjectTally], _ texts: ProgrammeTexts, in context: SiteContext) {
        self.init(
            heading: context.text("goals.fields.heading"), lead: context.text("goals.fields.lead"),
            count: context.text("goals.fields.count", count: fields.count),
            rows: fields.map { field in
                let name = texts.text("name", of: field.id, or: field.name)
                return ListRow(
                    title: name.text, link: context.links.to("/handlungsfelder/\(field.number)"),
                    text: texts.text("description", of: field.id, or: field.description)?.text,
                    facts: field.ministries.map(\.abbreviation) + Self.tally(of: field, tallies, in: context),
                    language: name.language)
            },
            empty: fields.isEmpty
                ? EmptyState(
                    text: context.text("goals.fields.none"), link: context.links.to("/programm"),
                    linkLabel: context.text("programmes.about.link")) : nil,
            downloads: fields.isEmpty
                ? nil : Downloads(of: "/handlungsfelder", heading: context.text("goals.fields.heading"), in: context))
    }

    private static func tally(of field: FieldOfAction, _ tallies: [ProjectTally], in context: SiteContext) -> [String] {
        let own = tallies.filter { $0.field == field.id }
        guard !own.isEmpty else { return [context.text("goals.fields.without-projects")] }
        let states = own.map { "\(context.notation.number($0.projects)) \(context.word(state: $0.state))" }
        let total = own.reduce(0) { $0 + $1.projects }
        return [context.text("goals.fields.projects", count: total)] + states
    }
}

extension DossierPage {
    init(_ view: FieldView, _ texts: ProgrammeTexts, in context: SiteContext) {
        let field = view.field
        let groups = view.projectsByState
        let projects = groups.map { group in
            context.section(
                context.text(
                    "goals.field.projects-in-state", count: group.projects.count,
                    ["state": context.word(state: group.state)]),
                group.projects, in: texts, none: "")
        }
        let none = Section(context.text("goals.field.projects"), note: context.text("goals.field.no-projects"))
        dossier = Dossier(
            kicker: context.text("goals.field.kicker", ["number": context.notation.number(field.number)]),
            heading: texts.text("name", of: field.id, or: field.name),
            lead: texts.text("description", of: field.id, or: field.description),
            facts: Self.facts(of: field, projects: view.projects.count, in: context),
            sections: [Section(view.easy, in: context)].compactMap { $0 } + [Self.goals(view, texts, in: context)]
                + (projects.isEmpty ? [none] : projects) + [
                    context.section(
                        context.text("goals.field.ideas"), view.ideas, in: texts,
                        none: context.text("goals.field.no-ideas")
                    )
                ],
            sources: SourceList(view.sources, in: context))
        crumbs = [Crumb(label: context.text("goals.fields.heading"), link: context.links.to("/handlungsfelder"))]
    }

    private static func facts(of field: FieldOfAction, projects: Int, in context: SiteContext) -> [Facts.Entry?] {
        let leads = field.ministries.map {
            Facts.Value(text: $0.name, link: context.links.to(MinistryPaths.show($0.key)))
        }
        return [
            leads.isEmpty
                ? context.fact("goals.field.ministries", nil)
                : Facts.Entry(context.text("goals.field.ministries"), leads),
            context.fact("goals.field.ruled-on", field.ruledOn.map(context.notation.date)),
            context.fact(
                "goals.field.documented", context.text("goals.fields.projects", count: projects),
                link: projects > 0 ? context.links.to("/projekte", ["feld": field.key]) : nil),
            context.confidenceFact(field.confidence),
        ]
    }

    private static func goals(_ view: FieldView, _ texts: ProgrammeTexts, in context: SiteContext) -> Section {
        Section(
            context.text("goals.field.goals"), rows: view.goals.map { context.row($0, in: texts) },
            note: view.goals.isEmpty ? context.text("goals.field.no-goals") : nil,
            more: Section.More(label: context.text("goals.list.all"), link: context.links.to("/ziele")))
    }
}

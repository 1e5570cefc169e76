// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Every public number of a programme, defined once. No page counts for itself.
public enum FigureRegister {
    /// Figures that are several: one for each pillar, one for each state of projects.
    public enum Group: CaseIterable, Sendable {
        case pillars, projectStates
    }

    /// All figures in the order in which `/zahlen` lists them.
    public static func all(of programme: String, in db: Connection) throws -> [Figure] {
        try list(definitions.map(\.key), groups: Group.allCases, of: programme, in: db)
    }

    /// The figures with these keys and those of these groups, in the order of the register; only they are counted.
    public static func list(
        _ keys: [String] = [], groups: [Group] = [], of programme: String, in db: Connection
    ) throws -> [Figure] {
        let asked = definitions.filter { keys.contains($0.key) }
        var figures = try singles(asked, of: programme, in: db)
        if groups.contains(.pillars) { figures += try FigureQueries.pillars(of: programme, in: db) }
        if groups.contains(.projectStates) { figures += try FigureQueries.projectStates(of: programme, in: db) }
        return figures
    }

    /// One figure by its key.
    public static func find(_ key: String, of programme: String, in db: Connection) throws -> Figure? {
        if let figure = try list([key], of: programme, in: db).first { return figure }
        return try list(groups: Group.allCases, of: programme, in: db).first { $0.key == key }
    }

    private static func singles(
        _ asked: [Definition], of programme: String, in db: Connection
    ) throws -> [Figure] {
        guard !asked.isEmpty else { return [] }
        let keys = asked.map(\.key)
        let counts = try db.counted("figures \(keys.joined(separator: " "))", in: programme) {
            try FigureQueries.counts(asked, of: programme, in: db)
        }
        let cited = try FigureQueries.cited(keys, in: programme, db)
        return asked.map { definition in
            Figure(
                key: definition.key, family: .single, counted: counts[definition.key] ?? nil, unit: definition.unit,
                list: definition.list, cited: cited[definition.key] ?? [])
        }
    }

    struct Definition: Sendable {
        let key: String
        let count: Count
        let list: String?
        var unit = FigureUnit.count
    }

    /// What a figure counts; `FigureQueries` has the statement for each.
    enum Count: Sendable {
        /// The public matters of a kind.
        case matters(MatterKind)
        case answeredIdeas, eventParticipants, projectsWithoutGoal, goalsWithoutProject, indicatorsWithoutValue
        case population, openDuties, paidStateFunds
    }

    static let definitions = [
        Definition(key: "projects", count: .matters(.project), list: "/projekte"),
        Definition(key: "ideas", count: .matters(.idea), list: "/ideen"),
        Definition(key: "ideas-answered", count: .answeredIdeas, list: "/ideen?stand=idea-answered"),
        Definition(key: "proposals", count: .matters(.proposal), list: "/vorschlaege"),
        Definition(key: "statements", count: .matters(.statement), list: "/stellungnahmen"),
        Definition(key: "points", count: .matters(.point), list: "/beteiligungen"),
        Definition(key: "decisions", count: .matters(.decision), list: "/beschluesse"),
        Definition(key: "forums", count: .matters(.forum), list: "/themenforen"),
        Definition(key: "events", count: .matters(.event), list: "/veranstaltungen"),
        Definition(key: "participants", count: .eventParticipants, list: "/veranstaltungen"),
        Definition(key: "activities", count: .matters(.activity), list: "/mitmachangebote"),
        Definition(key: "consultations", count: .matters(.consultation), list: "/beteiligungen"),
        Definition(key: "fields", count: .matters(.field), list: "/handlungsfelder"),
        Definition(key: "goals", count: .matters(.goal), list: "/ziele"),
        Definition(key: "projects-without-goal", count: .projectsWithoutGoal, list: "/projekte?ziel=ohne"),
        Definition(key: "goals-without-project", count: .goalsWithoutProject, list: "/ziele?auswahl=ohne-projekt"),
        Definition(
            key: "indicators-without-value", count: .indicatorsWithoutValue,
            list: "/ziele/indikatoren?messwert=ohne"),
        Definition(key: "municipalities", count: .matters(.municipality), list: "/kommunen"),
        Definition(key: "population", count: .population, list: "/kommunen"),
        Definition(key: "organisations", count: .matters(.organisation), list: "/organisationen"),
        Definition(key: "duties-open", count: .openDuties, list: "/pflichten"),
        Definition(key: "state-funds", count: .paidStateFunds, list: nil, unit: .cents),
    ]
}

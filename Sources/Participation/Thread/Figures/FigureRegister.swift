// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Every public number of a programme, defined once. No page counts for itself.
public enum FigureRegister {
    /// All figures in the order in which `/zahlen` lists them.
    public static func all(of programme: String, in db: Connection) throws -> [Figure] {
        let counts = try FigureQueries.counts(of: programme, in: db)
        let cited = try FigureQueries.cited(in: programme, db)
        return try definitions.map { definition in
            Figure(
                key: definition.key, family: .single, counted: counts[definition.key] ?? nil, unit: definition.unit,
                list: definition.list, cited: cited[definition.key] ?? [])
        } + FigureQueries.pillars(of: programme, in: db) + FigureQueries.projectStates(of: programme, in: db)
    }

    /// One figure by its key.
    public static func find(_ key: String, of programme: String, in db: Connection) throws -> Figure? {
        try all(of: programme, in: db).first { $0.key == key }
    }

    struct Definition: Sendable {
        let key: String
        let list: String?
        var unit = FigureUnit.count
    }

    static let definitions = [
        Definition(key: "projects", list: "/projekte"),
        Definition(key: "ideas", list: "/ideen"),
        Definition(key: "ideas-answered", list: "/ideen?stand=idea-answered"),
        Definition(key: "proposals", list: "/vorschlaege"),
        Definition(key: "statements", list: "/stellungnahmen"),
        Definition(key: "points", list: "/beteiligungen"),
        Definition(key: "decisions", list: "/beschluesse"),
        Definition(key: "forums", list: "/themenforen"),
        Definition(key: "events", list: "/veranstaltungen"),
        Definition(key: "participants", list: "/veranstaltungen"),
        Definition(key: "activities", list: "/mitmachangebote"),
        Definition(key: "consultations", list: "/beteiligungen"),
        Definition(key: "fields", list: "/handlungsfelder"),
        Definition(key: "goals", list: "/ziele"),
        Definition(key: "projects-without-goal", list: "/ziele"),
        Definition(key: "municipalities", list: "/kommunen"),
        Definition(key: "population", list: "/kommunen"),
        Definition(key: "organisations", list: "/organisationen"),
        Definition(key: "duties-open", list: "/pflichten"),
        Definition(key: "state-funds", list: nil, unit: .cents),
    ]
}

// SPDX-License-Identifier: EUPL-1.2

/// The main navigation: the programme, its three phases, and what can be looked up about it.
/// Pages that no feature has registered do not appear.
struct Navigation: Sendable {
    let groups: [Group]
    let hasSearch: Bool

    struct Group: Sendable {
        let key: String
        let paths: [Item]
    }

    struct Item: Sendable {
        let key: String
        let path: String
    }

    static let empty = Navigation(groups: [])

    init(groups: [Group], hasSearch: Bool = false) {
        self.groups = groups
        self.hasSearch = hasSearch
    }

    /// The groups with those pages that exist.
    init(_ routes: KnownRoutes) {
        hasSearch = routes.has("/suche")
        groups = Self.whole.groups.compactMap { group in
            let items = group.paths.filter { routes.has($0.path) }
            return items.isEmpty ? nil : Group(key: group.key, paths: items)
        }
    }

    static let whole = Navigation(groups: [
        Group(
            key: "programme",
            paths: [
                Item(key: "programme", path: "/programm"),
                Item(key: "fields", path: "/handlungsfelder"),
                Item(key: "goals", path: "/ziele"),
                Item(key: "map", path: "/karte"),
                Item(key: "municipalities", path: "/kommunen"),
                Item(key: "organisations", path: "/organisationen"),
                Item(key: "ministries", path: "/ressorts"),
            ]),
        Group(
            key: "listening",
            paths: [
                Item(key: "forums", path: "/themenforen"),
                Item(key: "events", path: "/veranstaltungen"),
                Item(key: "calendar", path: "/termine"),
                Item(key: "ideas", path: "/ideen"),
                Item(key: "activities", path: "/mitmachen"),
            ]),
        Group(
            key: "deciding",
            paths: [
                Item(key: "proposals", path: "/vorschlaege"),
                Item(key: "consultations", path: "/beteiligungen"),
                Item(key: "statements", path: "/stellungnahmen"),
                Item(key: "decisions", path: "/beschluesse"),
            ]),
        Group(
            key: "acting",
            paths: [
                Item(key: "projects", path: "/projekte"),
                Item(key: "partner-projects", path: "/partnerprojekte"),
                Item(key: "state-programmes", path: "/landesprogramme"),
            ]),
        Group(
            key: "tracing",
            paths: [
                Item(key: "thread", path: "/faden"),
                Item(key: "figures", path: "/zahlen"),
                Item(key: "duties", path: "/pflichten"),
                Item(key: "chronicle", path: "/chronik"),
                Item(key: "journal", path: "/protokoll"),
                Item(key: "sources", path: "/quellen"),
                Item(key: "data", path: "/daten"),
            ]),
    ])
}

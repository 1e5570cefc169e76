// SPDX-License-Identifier: EUPL-1.2

/// The main navigation: the programme, its three phases, and what can be looked up about it.
/// Pages that no feature has registered do not appear.
struct Navigation: Sendable {
    let groups: [Group]
    let hasSearch: Bool

    struct Group: Sendable {
        let key: String
        let pages: [Entry]
    }

    struct Entry: Sendable {
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
            let pages = group.pages.filter { routes.has($0.path) }
            return pages.isEmpty ? nil : Group(key: group.key, pages: pages)
        }
    }

    static let whole = Navigation(groups: [
        Group(
            key: "programme",
            pages: [
                Entry(key: "programme", path: "/programm"),
                Entry(key: "fields", path: "/handlungsfelder"),
                Entry(key: "goals", path: "/ziele"),
                Entry(key: "map", path: "/karte"),
                Entry(key: "region", path: "/region"),
                Entry(key: "municipalities", path: "/kommunen"),
                Entry(key: "organisations", path: "/organisationen"),
                Entry(key: "ministries", path: "/ressorts"),
            ]),
        Group(
            key: "listening",
            pages: [
                Entry(key: "forums", path: "/themenforen"),
                Entry(key: "events", path: "/veranstaltungen"),
                Entry(key: "calendar", path: "/termine"),
                Entry(key: "ideas", path: "/ideen"),
                Entry(key: "activities", path: "/mitmachangebote"),
                Entry(key: "remarks", path: "/kommentare"),
            ]),
        Group(
            key: "deciding",
            pages: [
                Entry(key: "proposals", path: "/vorschlaege"),
                Entry(key: "consultations", path: "/beteiligungen"),
                Entry(key: "statements", path: "/stellungnahmen"),
                Entry(key: "decisions", path: "/beschluesse"),
            ]),
        Group(
            key: "acting",
            pages: [
                Entry(key: "projects", path: "/projekte"),
                Entry(key: "partner-projects", path: "/partnerprojekte"),
                Entry(key: "state-programmes", path: "/landesprogramme"),
                Entry(key: "funding", path: "/mittel"),
                Entry(key: "stocktakings", path: "/berichte"),
            ]),
        Group(
            key: "tracing",
            pages: [
                Entry(key: "thread", path: "/faden"),
                Entry(key: "figures", path: "/zahlen"),
                Entry(key: "duties", path: "/pflichten"),
                Entry(key: "chronicle", path: "/chronik"),
                Entry(key: "journal", path: "/protokoll"),
                Entry(key: "sources", path: "/quellen"),
                Entry(key: "data", path: "/daten"),
            ]),
    ])
}

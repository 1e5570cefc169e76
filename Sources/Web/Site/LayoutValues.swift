// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What stands around every page: head of the document, masthead, navigation, footer.
struct LayoutValues: Sendable {
    let language: String
    let title: String
    let description: String
    /// The data block for search engines.
    let structuredDataHTML: String?
    let sharing: Sharing
    let isIndexed: Bool
    let canonical: String
    let versions: [Version]
    /// For readers of any other language.
    let defaultVersion: String
    let formats: [PageFormat]
    let stylesheets: [String]
    let scripts: [String]

    let home: String
    let programmeName: String?
    let isInvented: Bool
    let search: String?
    /// The way in for guests; nil for those who are in.
    let signIn: String?
    /// The way to one's own area; nil for guests.
    let own: OwnLink?
    let switchLink: String
    let switchLanguage: String
    let switchLabel: String
    let groups: [NavigationGroup]
    let hasCrumbs: Bool
    let crumbs: [Crumb]
    let pageTitle: String
    let pageTitleLanguage: String?
    let footer: [FooterLink]
    /// These two stand apart in the footer, beside the other language.
    let easyLanguage: String
    let signLanguage: String

    /// What services show of a link to the page (Open Graph).
    struct Sharing: Sendable {
        let title: String
        let site: String
        let locale: String
    }

    struct OwnLink: Sendable {
        let link: String
        let name: String
        /// The moment at which the session ends unless it is used, for the warning before.
        let ends: String
        let warning: String
    }

    struct Version: Sendable {
        let language: String
        let link: String
    }

    struct NavigationGroup: Sendable {
        let key: String
        let label: String
        let isHere: Bool
        let pages: [NavigationEntry]
    }

    struct NavigationEntry: Sendable {
        let label: String
        let link: String
        let isHere: Bool
    }

    struct FooterLink: Sendable {
        let label: String
        let link: String
    }

    init(_ head: PageHead, in context: SiteContext, assets: Assets, licence: String? = nil) {
        let programme = context.currentProgramme?.name(in: context.language)
        let links = context.links
        let path = context.address.path
        let other = context.language.other
        let search = context.query.text
        self.language = context.language.rawValue
        self.title = Self.title(head, programme: programme, in: context)
        let description = Self.description(head, programme: programme, in: context)
        self.description = description
        self.structuredDataHTML =
            head.isIndexed ? StructuredData.html(of: Self.things(head, description, licence, in: context)) : nil
        self.sharing = Sharing(
            title: head.title, site: [programme, "Dreiklang"].compactMap { $0 }.joined(separator: " · "),
            locale: context.language == .german ? "de_DE" : "en_GB")
        self.isIndexed = head.isIndexed
        self.canonical = links.absolute(path) + Self.canonicalQuery(context.query)
        self.versions = Language.allCases.map {
            Version(language: $0.rawValue, link: links.speaking($0).absolute(path))
        }
        self.defaultVersion = links.speaking(.german).absolute(path)
        self.formats = head.formats
        self.stylesheets = assets.stylesheets
        self.scripts = assets.scripts
        self.home = links.to("/")
        self.programmeName = programme
        self.isInvented = context.currentProgramme?.isInvented ?? false
        self.search = context.hasSearch ? links.to("/suche") : nil
        self.signIn = context.visitor.isSignedIn ? nil : Self.signIn(in: context)
        self.own = Self.own(in: context)
        self.switchLink = links.speaking(other).to(path) + search
        self.switchLanguage = other.rawValue
        self.switchLabel = other.ownName
        self.groups = context.navigation.groups.map { Self.group($0, in: context) }
        self.hasCrumbs = path != "/"
        self.crumbs = head.crumbs
        self.pageTitle = head.title
        self.pageTitleLanguage = head.language
        self.footer = LegalTexts.names.filter { !["leichte-sprache", "gebaerdensprache"].contains($0.key) }.map {
            FooterLink(label: context.text("site.legal.\($0.key)"), link: links.to($0.path))
        }
        self.easyLanguage = links.to("/leichte-sprache")
        self.signLanguage = links.to("/gebaerdensprache")
    }

    /// From the page outwards: "Projekte · Seite 2 · Ruhr-Konferenz · Dreiklang".
    private static func title(_ head: PageHead, programme: String?, in context: SiteContext) -> String {
        let page = context.query.text("seite").flatMap { Int64($0) }.flatMap { number in
            number > 1 && head.isIndexed ? "\(context.text("design.pager.page")) \(number)" : nil
        }
        let parts = [head.title, page, head.crumbs.last?.label, programme == head.title ? nil : programme, "Dreiklang"]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    /// A sentence of the page itself, else one that says what page of which programme it is; cut at a word.
    private static func description(_ head: PageHead, programme: String?, in context: SiteContext) -> String {
        let text =
            head.description
            ?? context.text("site.description", ["title": head.title, "programme": programme ?? "Dreiklang"])
        guard text.count > 300 else { return text }
        let beginning = text.prefix(300)
        return (beginning.lastIndex(of: " ").map { String(beginning[..<$0]) } ?? String(beginning)) + " …"
    }

    /// What the page says of itself, the way to it, and the list it lets take away.
    private static func things(
        _ head: PageHead, _ description: String, _ licence: String?, in context: SiteContext
    ) -> [Thing] {
        let root = context.links.publicURL ?? ""
        let path = context.address.path
        let home = context.links.absolute("/")
        if path == "/" {
            let search = context.hasSearch ? context.links.absolute("/suche") + "?q={search_term}" : nil
            return [Thing.website(head.title, address: home, search: search)] + head.things
        }
        let start = (name: context.text("site.crumbs.start"), address: home)
        let here = (name: head.title, address: context.links.absolute(path))
        let way = [start] + head.crumbs.map { (name: $0.label, address: root + $0.link) } + [here]
        let dataset = Thing.dataset(head, description: description, licence: licence) { root + $0 }
        return head.things + [Thing.breadcrumbs(way)] + [dataset].compactMap { $0 }
    }

    /// Leads back to this page, unless it is where everybody begins.
    private static func signIn(in context: SiteContext) -> String {
        let here = Onward(context.links.to(context.address.path))
        return context.links.to(
            PeoplePaths.signIn, [Onward.field: context.address.path == "/" ? nil : here?.path])
    }

    private static func own(in context: SiteContext) -> OwnLink? {
        guard let person = context.visitor.person, let session = context.session,
            let idle = session.idleEnd, let end = Moment(text: session.endsAt)
        else { return nil }
        return OwnLink(
            link: context.links.to(PeoplePaths.own), name: person.displayName, ends: min(idle, end).text,
            warning: context.text("people.session-warning"))
    }

    private static func group(_ group: Navigation.Group, in context: SiteContext) -> NavigationGroup {
        let pages = group.pages.map { page in
            NavigationEntry(
                label: context.text("site.navigation.\(page.key)"),
                link: context.links.to(page.path),
                isHere: context.address.path == page.path || context.address.path.hasPrefix(page.path + "/"))
        }
        return NavigationGroup(
            key: group.key, label: context.text("site.groups.\(group.key)"),
            isHere: pages.contains(where: \.isHere), pages: pages)
    }

    /// Pages of a list are pages of their own; orders and filters are not.
    private static func canonicalQuery(_ query: Query) -> String {
        guard let page = query.text("seite"), page != "1" else { return "" }
        return QueryText.joined([("seite", page)])
    }
}

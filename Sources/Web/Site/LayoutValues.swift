// SPDX-License-Identifier: EUPL-1.2

/// What stands around every page: head of the document, masthead, navigation, footer.
struct LayoutValues: Sendable {
    let language: String
    let title: String
    let description: String?
    let isIndexed: Bool
    let canonical: String
    let versions: [Version]
    let formats: [PageFormat]
    let stylesheets: [String]
    let scripts: [String]

    let home: String
    let programmeName: String?
    let isInvented: Bool
    let search: String?
    let switchLink: String
    let switchLanguage: String
    let switchLabel: String
    let groups: [NavigationGroup]
    let hasCrumbs: Bool
    let crumbs: [Crumb]
    let pageTitle: String
    let footer: [FooterLink]
    /// These two stand apart in the footer, beside the other language.
    let easyLanguage: String
    let signLanguage: String

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

    init(_ head: PageHead, in context: SiteContext, assets: Assets) {
        let programme = context.currentProgramme?.name(in: context.language)
        let links = context.links
        let path = context.address.path
        let other = context.language.other
        let search = context.query.text
        self.language = context.language.rawValue
        self.title = Self.title(head, programme: programme, in: context)
        self.description = head.description
        self.isIndexed = head.isIndexed
        self.canonical = links.absolute(path) + Self.canonicalQuery(context.query)
        self.versions = Language.allCases.map {
            Version(language: $0.rawValue, link: links.speaking($0).absolute(path))
        }
        self.formats = head.formats
        self.stylesheets = assets.stylesheets
        self.scripts = assets.scripts
        self.home = links.to("/")
        self.programmeName = programme
        self.isInvented = context.currentProgramme?.isInvented ?? false
        self.search = context.hasSearch ? links.to("/suche") : nil
        self.switchLink = links.speaking(other).to(path) + search
        self.switchLanguage = other.rawValue
        self.switchLabel = other.ownName
        self.groups = context.navigation.groups.map { Self.group($0, in: context) }
        self.hasCrumbs = path != "/"
        self.crumbs = head.crumbs
        self.pageTitle = head.title
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

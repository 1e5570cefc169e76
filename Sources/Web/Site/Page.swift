// SPDX-License-Identifier: EUPL-1.2

/// A page as the template sees it: stored values, already translated and formatted. The template chooses and repeats.
///
/// Optional values that are nil hide their section; an empty text does not, so use nil for "nothing to show".
protocol Page: Sendable {
    /// The name below `Resources/Templates`, without the ending.
    static var template: String { get }
    /// An example in which every list has an element and every optional value is there. Tests render it.
    static var sample: Self { get }
    var head: PageHead { get }
}

/// What the layout needs to know about a page.
struct PageHead: Sendable {
    /// What the page is about; where it stands and the name of the programme follow in the title of the window.
    let title: String
    /// One sentence for search engines and shared links.
    let description: String?
    /// The way here from the start page, without start and without the page itself.
    let crumbs: [Crumb]
    let isIndexed: Bool
    /// The same content in other formats, offered to programs: CSV, JSON, calendars, feeds.
    let formats: [PageFormat]
    /// The language of the title, where it is not that of the page.
    let language: String?
    /// What the page is about, for search engines; the addresses in it are whole ones.
    let things: [Thing]

    init(
        title: String, description: String? = nil, crumbs: [Crumb] = [], isIndexed: Bool = true,
        formats: [PageFormat] = [], language: String? = nil, things: [Thing] = []
    ) {
        self.title = title
        self.language = language
        self.things = things
        self.description = description
        self.crumbs = crumbs
        self.isIndexed = isIndexed
        self.formats = formats
    }
}

/// One step of the way from the start page.
struct Crumb: Equatable, Sendable {
    let label: String
    let link: String
    /// The language of the label, where it is not that of the page.
    var language: String?
}

/// Another form of a page: `PageFormat(mediaType: "text/csv", title: "Projekte als CSV", link: …)`.
struct PageFormat: Equatable, Sendable {
    let mediaType: String
    let title: String
    let link: String
}

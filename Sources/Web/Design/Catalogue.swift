// SPDX-License-Identifier: EUPL-1.2

/// A page that lists things of one kind: how many, how to narrow and order them, and the list.
struct CataloguePage: Page {
    static let template = "Design/catalogue-page"
    let heading: String
    let lead: String
    /// What readers can do here, as a button.
    let invitation: Section.More?
    /// "53 Kommunen", said to those who listen as well when a filter has changed it.
    let count: String?
    let notice: Notice?
    let facts: Facts?
    let filter: FilterForm?
    let sort: SortBar?
    let table: Table?
    let list: Section.List?
    let sections: [Section]
    let empty: EmptyState?
    let pager: Pager?
    let downloads: Downloads?

    init(
        heading: String, lead: String, invitation: Section.More? = nil, count: String? = nil, notice: Notice? = nil,
        facts: Facts? = nil,
        filter: FilterForm? = nil, sort: SortBar? = nil, table: Table? = nil, rows: [ListRow] = [],
        sections: [Section] = [], empty: EmptyState? = nil, pager: Pager? = nil, downloads: Downloads? = nil
    ) {
        self.heading = heading
        self.lead = lead
        self.invitation = invitation
        self.count = count
        self.notice = notice
        self.facts = facts
        self.filter = filter
        self.sort = sort
        self.table = table
        self.list = rows.isEmpty ? nil : Section.List(rows: rows)
        self.sections = sections
        self.empty = empty
        self.pager = pager
        self.downloads = downloads
    }

    var head: PageHead {
        .list(heading, description: lead, filter: filter, sort: sort, formats: downloads?.formats ?? [])
    }

    static let sample = CataloguePage(
        heading: "Kommunen", lead: "Die Städte und Gemeinden der Region.",
        invitation: Section.More(label: "Idee einreichen", link: "/ideen/neu"), count: "53 Kommunen", notice: .sample,
        facts: .sample, filter: .sample, sort: .sample, table: .sample, rows: [.sample], sections: [.sample],
        empty: .sample, pager: .sample, downloads: .sample)
}

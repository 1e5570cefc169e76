// SPDX-License-Identifier: EUPL-1.2

/// The way to take a list away, for spreadsheets, programs and calendars. Template `Design/downloads`.
struct Downloads: Sendable {
    /// "Diese Liste herunterladen:"
    let label: String
    let first: Format
    let others: [Format]

    struct Format: Sendable {
        let label: String
        let link: String
        let mediaType: String
        let title: String
    }

    /// The same for programs that read the head of the page.
    var formats: [PageFormat] {
        ([first] + others).map { PageFormat(mediaType: $0.mediaType, title: $0.title, link: $0.link) }
    }

    static let sample = Downloads(
        label: "Diese Liste herunterladen:",
        first: Format(label: "CSV", link: "/projekte.csv", mediaType: "text/csv", title: "Projekte (CSV)"),
        others: [
            Format(label: "JSON", link: "/projekte.json", mediaType: "application/json", title: "Projekte (JSON)")
        ])
}

extension Downloads {
    /// The list at a path, narrowed and ordered as it is shown; a download has no pages.
    /// - Parameters:
    ///   - lists: other lists that the page shows beside it, as a whole
    ///   - calendar: the path of the same as a calendar
    init(
        of path: String, heading: String, beside lists: [OpenList] = [], calendar: String? = nil,
        in context: SiteContext
    ) {
        let query = context.query.replacing(["seite": nil]).text
        let own = OpenFormat.allCases.map { format in
            let name = format.rawValue.uppercased()
            return Format(
                label: name, link: context.links.to("\(path).\(format.rawValue)") + query,
                mediaType: format.mediaType, title: "\(heading) (\(name))")
        }
        let more = lists.flatMap { list in
            OpenFormat.allCases.map { Format($0, of: list, in: context) }
        }
        let feed = calendar.map { Format(calendar: $0, title: heading, in: context) }
        self.init(
            label: context.text("design.downloads.list"), first: own[0],
            others: own.dropFirst() + more + [feed].compactMap { $0 })
    }

    /// Lists as a whole, each named by what it holds; at least one.
    /// - Parameter workbooks: which of them can be had for Excel as well, and where
    init(of lists: [OpenList], workbooks: [(list: OpenList, path: String)] = [], in context: SiteContext) {
        let formats =
            lists.flatMap { list in OpenFormat.allCases.map { Format($0, of: list, in: context) } }
            + workbooks.map { Format(workbook: $0.path, of: $0.list, in: context) }
        self.init(
            label: context.text("design.downloads.list"), first: formats[0], others: Array(formats.dropFirst()))
    }

    /// A calendar to subscribe to or to take over.
    init(calendar path: String, label: String, title: String, in context: SiteContext) {
        self.init(label: label, first: Format(calendar: path, title: title, in: context), others: [])
    }
}

extension Downloads.Format {
    fileprivate init(calendar path: String, title: String, in context: SiteContext) {
        self.init(
            label: "iCalendar", link: context.links.to(path), mediaType: "text/calendar",
            title: "\(title) (iCalendar)")
    }

    fileprivate init(workbook path: String, of list: OpenList, in context: SiteContext) {
        let name = "\(list.title(in: context)) (XLSX)"
        self.init(
            label: name, link: context.links.to(path),
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", title: name)
    }

    /// A list named by what it holds: "Indikatoren (CSV)".
    fileprivate init(_ format: OpenFormat, of list: OpenList, in context: SiteContext) {
        let name = "\(list.title(in: context)) (\(format.rawValue.uppercased()))"
        self.init(
            label: name, link: context.links.to("\(list.path).\(format.rawValue)"), mediaType: format.mediaType,
            title: name)
    }
}

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
    init(of path: String, heading: String, in context: SiteContext) {
        let query = context.query.replacing(["seite": nil]).text
        let format = { (format: OpenFormat) in
            let name = format.rawValue.uppercased()
            return Format(
                label: name, link: context.links.to("\(path).\(format.rawValue)") + query,
                mediaType: format.mediaType, title: "\(heading) (\(name))")
        }
        self.init(label: context.text("design.downloads.list"), first: format(.csv), others: [format(.json)])
    }

    /// A calendar to subscribe to or to take over.
    init(calendar path: String, label: String, title: String, in context: SiteContext) {
        let link = context.links.to(path)
        self.init(
            label: label,
            first: Format(label: "iCalendar", link: link, mediaType: "text/calendar", title: title), others: [])
    }
}

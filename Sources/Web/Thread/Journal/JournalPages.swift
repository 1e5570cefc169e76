// SPDX-License-Identifier: EUPL-1.2

import Participation

extension CataloguePage {
    init(_ view: JournalView, in context: SiteContext) throws(PageFault) {
        let pager = try Pager(page: view.page, of: view.total, path: "/protokoll", in: context)
        self.init(
            heading: context.text("journal.heading"), lead: context.text("journal.lead"),
            count: context.text("journal.count", count: view.total),
            notice: Notice(
                context.text("journal.check"), heading: context.text("journal.check-heading"), tone: .good),
            facts: view.head.map { Self.facts(of: $0, in: context) },
            table: view.entries.isEmpty ? nil : Self.table(of: view.entries, in: context),
            empty: view.entries.isEmpty
                ? EmptyState(
                    text: context.text("journal.none"), link: context.links.to("/"),
                    linkLabel: context.text("site.fault.home")) : nil,
            pager: pager,
            downloads: view.entries.isEmpty
                ? nil : Downloads(of: "/protokoll", heading: context.text("journal.heading"), in: context))
    }

    private static func facts(of head: JournalView.Head, in context: SiteContext) -> Facts {
        Facts(entries: [
            Facts.Entry(
                context.text("journal.head"), "\(head.number):\(head.digest)",
                explanation: context.text("journal.head-explanation"))
        ])
    }

    private static func table(of entries: [JournalListing], in context: SiteContext) -> Table {
        let columns = [
            Table.Column(context.text("journal.number")), Table.Column(context.text("journal.recorded-at")),
            Table.Column(context.text("journal.verb")), Table.Column(context.text("journal.matter")),
            Table.Column(context.text("journal.digest")),
        ]
        return Table(
            caption: context.text("journal.caption"), columns: columns,
            rows: entries.map { entry in
                let (name, link) = matter(of: entry, in: context)
                return Table.Row([
                    Table.Cell(columns[0], context.notation.number(entry.number), isHeading: true),
                    Table.Cell(columns[1], context.clockTime(entry.recordedAt)),
                    Table.Cell(columns[2], context.text("journal.verbs.\(entry.verb.rawValue)")),
                    Table.Cell(columns[3], name, link: link),
                    Table.Cell(columns[4], String(entry.digest.prefix(12)) + "…"),
                ])
            })
    }

    private static func matter(of entry: JournalListing, in context: SiteContext) -> (ProgrammeText, String?) {
        if let report = entry.report {
            return (
                ProgrammeText(context.text("journal.report", ["number": context.notation.number(report)])),
                context.links.to(StocktakingPaths.published(report))
            )
        }
        guard let matter = entry.matter else { return (ProgrammeText(context.text("design.unknown")), nil) }
        return (context.name(of: matter), context.link(to: matter))
    }
}

extension SiteContext {
    /// "Projekt 14" where there is a number, else the kind with its title: "Meilenstein: 1.900 Bäume gepflanzt".
    fileprivate func name(of matter: MatterSummary) -> ProgrammeText {
        guard matter.number == nil, let title = matter.title else { return ProgrammeText(quotation(of: matter)) }
        let short = title.count > 80 ? "\(title.prefix(79))…" : title
        return original(title).replacing("\(word(kind: matter.kind)): \(short)")
    }

    /// `2026-11-23T19:02:11.000Z` as a day and a time; the journal keeps universal time.
    fileprivate func clockTime(_ moment: String) -> String {
        "\(notation.date(String(moment.prefix(10)))), \(moment.dropFirst(11).prefix(5)) UTC"
    }
}

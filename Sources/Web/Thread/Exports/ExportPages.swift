// SPDX-License-Identifier: EUPL-1.2

import Participation

/// How far one document is.
struct ExportPage: Page {
    static let template = "Exports/show"
    let heading: String
    let status: String
    let progress: ProgressBar?
    let notice: Notice?
    let facts: Facts
    let download: Section.More?
    let again: Section.More?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ExportPage(
        heading: "Synopse", status: "Das Dokument wird erstellt.", progress: .sample, notice: .sample, facts: .sample,
        download: Section.More(label: "Herunterladen", link: "/arbeit/exporte/1/datei"),
        again: Section.More(label: "Neu laden", link: "/arbeit/exporte/1"),
        crumbs: [Crumb(label: "Dokumente", link: "/arbeit/exporte")])
}

extension ExportPage {
    /// - Parameter ahead: how many are made before this one
    init(_ job: ExportJob, ahead: Int64, in context: SiteContext) {
        heading = job.title
        status =
            job.state == .waiting && ahead > 0
            ? context.text("exports.ahead", count: ahead) : context.text("exports.status.\(job.state.rawValue)")
        progress = job.isOpen ? Self.progress(job, in: context) : nil
        notice = job.fault.map { fault in
            let key = "exports.faults.\(fault)"
            return Notice(context.text(key), heading: context.text("exports.failed"), tone: .bad)
        }
        let size = job.byteCount.map { bytes in
            Facts.Entry(context.text("exports.size"), context.size(bytes))
        }
        let kept =
            job.state == .done
            ? Facts.Entry(context.text("exports.kept-until"), context.moment(job.expiresAt)) : nil
        facts = Facts(
            entries: [
                Facts.Entry(context.text("exports.format"), context.text("exports.formats.\(job.format.rawValue)")),
                Facts.Entry(context.text("exports.ordered"), context.moment(job.createdAt)),
                job.endedAt.map { Facts.Entry(context.text("exports.ended"), context.moment($0)) },
                job.state == .done
                    ? job.rowsAll.map { Facts.Entry(context.text("exports.rows"), context.notation.number($0)) } : nil,
                size, kept,
            ].compactMap { $0 })
        download =
            job.state == .done
            ? Section.More(label: context.text("exports.download"), link: context.links.to(ExportPaths.file(job.id)))
            : nil
        again =
            job.isOpen
            ? Section.More(label: context.text("exports.look-again"), link: context.links.to(ExportPaths.one(job.id)))
            : nil
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("exports.heading"), link: context.links.to(ExportPaths.list)),
        ]
    }

    /// A PDF is first written and then printed, and printing tells nothing of how far it is.
    private static func progress(_ job: ExportJob, in context: SiteContext) -> ProgressBar {
        let label = context.text("exports.progress")
        guard job.state == .running, let all = job.rowsAll else {
            return ProgressBar(label: label, text: context.text("exports.not-begun"), percent: 0)
        }
        let isWritten = job.rowsDone >= all
        let text =
            isWritten
            ? context.text("exports.printing")
            : context.text(
                "exports.rows-done",
                ["done": context.notation.number(job.rowsDone), "all": context.notation.number(all)])
        let share = all == 0 ? 100 : Int(job.rowsDone * 100 / all)
        return ProgressBar(label: label, text: text, percent: job.format == .pdf ? share / 2 : share)
    }
}

/// What somebody has ordered and can fetch.
struct ExportListPage: Page {
    static let template = "Exports/list"
    let heading: String
    let table: Table?
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ExportListPage(
        heading: "Dokumente", table: .sample, empty: .sample, crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension ExportListPage {
    init(_ jobs: [ExportJob], in context: SiteContext) {
        let columns = ["document", "format", "ordered", "state"].map { Table.Column(context.text("exports.\($0)")) }
        let rows = jobs.map { job in
            Table.Row([
                Table.Cell(columns[0], job.title, link: context.links.to(ExportPaths.one(job.id)), isHeading: true),
                Table.Cell(columns[1], context.text("exports.formats.\(job.format.rawValue)")),
                Table.Cell(columns[2], context.moment(job.createdAt)),
                Table.Cell(columns[3], context.text("exports.states.\(job.state.rawValue)")),
            ])
        }
        heading = context.text("exports.heading")
        table = rows.isEmpty ? nil : Table(caption: context.text("exports.caption"), columns: columns, rows: rows)
        empty = rows.isEmpty ? EmptyState(text: context.text("exports.empty"), link: nil, linkLabel: nil) : nil
        crumbs = [context.workCrumb]
    }
}

extension SiteContext {
    /// "1,4 MB".
    fileprivate func size(_ bytes: Int64) -> String {
        bytes < 100_000
            ? text("exports.kilobytes", ["number": notation.number((bytes + 999) / 1000)])
            : text("exports.megabytes", ["number": notation.decimal(bytes / 100_000, places: 1)])
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The synopsis for paper: A4 across, the head of the table on each sheet.
struct SynopsisPrintPage: Page {
    static let template = "Synopsis/print"
    let heading: String
    let title: String
    let about: String
    let lists: [Section]
    let columns: [String]
    let rows: [Row]
    let crumbs: [Crumb]

    struct Row: Sendable {
        let place: String
        let sender: String
        let received: String
        let reference: String
        let text: String
        let kind: String
        let assessment: String?
        let outcome: String?
        let change: String?
        let office: String
        let state: String
        let notes: [String]
    }

    var head: PageHead { PageHead(title: "\(heading): \(title)", crumbs: crumbs, isIndexed: false) }

    static let sample = SynopsisPrintPage(
        heading: "Synopse", title: "Anhörung", about: "40 Punkte, Stand 3. Mai 2026", lists: [.sample],
        columns: ["Nr."],
        rows: [
            Row(
                place: "12.3", sender: "Jugendrat", received: "3. Mai 2026", reference: "Landbus", text: "Mehr Busse",
                kind: "Anregung", assessment: "Ja.", outcome: "berücksichtigt", change: "alt → neu",
                office: "Referat 1", state: "freigegeben", notes: ["zusammengefasst"])
        ], crumbs: [Crumb(label: "Synopse", link: "/synopse")])
}

extension SynopsisPrintPage {
    init(_ reading: SynopsisReading, today: PartialDate, in context: SiteContext) {
        heading = context.text("synopsis.heading")
        title = reading.rules.title
        about = context.text(
            "synopsis.print.about",
            [
                "count": context.text("statements.points", count: reading.points.total),
                "day": context.notation.date(today),
            ])
        lists = SynopsisDeskPage.lists(reading, in: context)
        columns = ["number", "sender", "reference", "text", "answer", "change", "office"].map {
            context.text("synopsis.columns.\($0)")
        }
        rows = reading.points.rows.map { point in
            Row(point, of: reading.rules.number, today: today, in: context)
        }
        crumbs =
            context.crumbs(to: reading.rules) + [
                Crumb(
                    label: context.text("synopsis.heading"),
                    link: context.links.to(SynopsisPaths.table(reading.rules.number)))
            ]
    }
}

extension SynopsisPrintPage.Row {
    init(_ point: SynopsisPoint, of consultation: Int64, today: PartialDate, in context: SiteContext) {
        let row = SynopsisDeskPage.Row(point, in: consultation, isTicked: false, today: today, context)
        let change = [point.changeOld, point.changeNew].compactMap { $0 }
        self.init(
            place: row.place, sender: row.sender, received: row.received, reference: row.reference, text: point.text,
            kind: row.kind, assessment: point.assessment,
            outcome: point.outcome.map { context.word(state: $0.rawValue) },
            change: change.isEmpty ? nil : change.joined(separator: " → "), office: row.office,
            state: context.word(state: point.state.rawValue), notes: row.notes)
    }
}

/// Who has caused which change of a text (executive footprint, § 43 GGO).
struct FootprintPage: Page {
    static let template = "Synopsis/footprint"
    let heading: String
    let title: String
    let table: Table?
    let empty: EmptyState?
    /// Accepted without a change, which is a fault of the file.
    let missing: Section?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: "\(heading): \(title)", crumbs: crumbs, isIndexed: false) }

    static let sample = FootprintPage(
        heading: "Fußabdruck", title: "Anhörung", table: .sample, empty: .sample, missing: .sample,
        crumbs: [Crumb(label: "Synopse", link: "/synopse")])
}

extension FootprintPage {
    init(_ rules: ConsultationRules, _ points: [SynopsisPoint], in context: SiteContext) {
        let columns = ["reference", "change-old", "change-new", "caused-by"].map {
            Table.Column(context.text("synopsis.footprint.\($0)"))
        }
        let rows = points.filter { $0.changeNew != nil && $0.answeredWith == nil }.map { point in
            let alike = points.filter { $0.answeredWith == point.place }
            let causes = ([point] + alike).map { "\($0.sender) (\($0.place.text))" }.joined(separator: ", ")
            return Table.Row([
                Table.Cell(
                    columns[0], point.reference.map { $0.label(in: context) } ?? point.heardField ?? "–",
                    link: context.links.to(SynopsisPaths.point(rules.number, point.place.text)), isHeading: true),
                Table.Cell(columns[1], point.changeOld ?? "–"), Table.Cell(columns[2], point.changeNew ?? "–"),
                Table.Cell(columns[3], causes),
            ])
        }
        let unmet = points.filter {
            [.accepted, .inPart].contains($0.outcome) && $0.changeNew == nil && $0.answeredWith == nil
        }
        heading = context.text("synopsis.footprint.heading")
        title = rules.title
        table =
            rows.isEmpty
            ? nil : Table(caption: context.text("synopsis.footprint.caption"), columns: columns, rows: rows)
        empty =
            rows.isEmpty ? EmptyState(text: context.text("synopsis.footprint.empty"), link: nil, linkLabel: nil) : nil
        missing =
            unmet.isEmpty
            ? nil
            : Section(
                context.text("synopsis.footprint.missing"),
                bullets: unmet.map { point in
                    Section.Bullet(
                        "\(point.place.text) · \(point.sender)",
                        link: context.links.to(SynopsisPaths.point(rules.number, point.place.text)),
                        details: point.text.shortened(to: 160))
                })
        crumbs =
            context.crumbs(to: rules) + [
                Crumb(
                    label: context.text("synopsis.heading"), link: context.links.to(SynopsisPaths.table(rules.number)))
            ]
    }
}

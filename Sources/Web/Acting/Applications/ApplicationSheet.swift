// SPDX-License-Identifier: EUPL-1.2

import Participation

/// An application as those read it who work on it: text, cost plan, what is secured. Template `Applications/sheet`.
struct ApplicationSheet: Sendable {
    let facts: Facts
    let plan: String
    let secured: String
    let costs: Table
    let answers: [Answer]
    let files: Section?

    /// What the call asked, with what was answered.
    struct Answer: Sendable {
        let question: String
        let text: String
    }

    static let sample = ApplicationSheet(
        facts: .sample, plan: "Werkbänke.", secured: "Zusage.", costs: .sample,
        answers: [Answer(question: "Wer macht mit?", text: "Alle.")], files: .sample)
}

extension ApplicationSheet {
    /// - Parameters:
    ///   - files: what was handed in with it
    ///   - place: the address under which the reader reads it
    init(_ application: ApplicationCase, _ files: [Document], at place: String, in context: SiteContext) {
        let content = application.content
        let submitted = application.submittedAt.map { context.moment($0) } ?? context.text("design.unknown")
        facts = Facts(entries: [
            Facts.Entry(context.text("applications.own.organisation"), application.organisationName),
            Facts.Entry(context.text("applications.call"), application.call.title),
            Facts.Entry(context.text("applications.submitted"), submitted),
            Facts.Entry(context.text("applications.form.summary"), content.summary),
        ])
        answers = zip(application.call.questions, content.answers).map { Answer(question: $0, text: $1) }
        let bullets = files.filter { $0.file != nil }.map { file in
            Section.Bullet(
                file.title, link: context.links.to("\(place)/anlagen/\(file.number ?? 0)"),
                details: file.file.map(context.about))
        }
        self.files =
            bullets.isEmpty
            ? nil : Section(context.text("applications.form.files"), anchor: "anlagen", bullets: bullets)
        plan = content.plan
        secured = content.secured
        let columns = [
            Table.Column(context.text("applications.form.costs")),
            Table.Column(context.text("funding.table.amount"), isNumber: true),
        ]
        let lines =
            content.costs.map { ($0.label, $0.cents) } + [
                (context.text("applications.form.total"), content.total),
                (context.text("applications.form.own"), content.own),
                (context.text("applications.form.others"), content.others),
                (context.text("applications.form.grant"), content.grant),
            ]
        costs = Table(
            caption: context.text("applications.form.cost-plan"), columns: columns,
            rows: lines.map { label, cents in
                Table.Row([
                    Table.Cell(columns[0], label, isHeading: true),
                    Table.Cell(columns[1], context.notation.money(cents)),
                ])
            })
    }
}

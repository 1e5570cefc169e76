// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What came in to a consultation.
struct StatementInboxPage: Page {
    static let template = "Statements/inbox"
    let heading: String
    let ways: [Section.More]
    let table: Table?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = StatementInboxPage(
        heading: "Eingang", ways: [Section.More(label: "Brief erfassen", link: "/neu")], table: .sample,
        empty: .sample, pager: .sample, crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension StatementInboxPage {
    init(
        _ rules: ConsultationRules, _ found: Listed<StatementAtWork>, _ page: ListPage, in context: SiteContext
    ) throws {
        let columns = ["sender", "file-number", "submitted", "channel", "state", "may-publish", "points"].map { key in
            Table.Column(context.text("statements.inbox.columns.\(key)"), isNumber: key == "points")
        }
        let rows = found.rows.map { row in
            let words = [
                row.sender, row.fileNumber ?? "–", row.submittedOn.map { context.notation.date($0) } ?? "–",
                row.channel.map { context.text("statements.channel.\($0.rawValue)") } ?? "–",
                row.kind == .nilReturn
                    ? context.word(.statementKind, row.kind.rawValue) : context.word(state: row.state.rawValue),
                context.text("statements.consent.\(row.mayPublish.map { $0 ? "yes" : "no" } ?? "unknown")"),
                context.notation.number(row.points),
            ]
            let link = context.links.to(StatementPaths.onFile(rules.number, row.number))
            return Table.Row(
                zip(columns, words).enumerated().map {
                    Table.Cell($1.0, $1.1, link: $0 == 0 ? link : nil, isHeading: $0 == 0)
                })
        }
        heading = context.text("statements.inbox.heading")
        ways = [
            Section.More(
                label: context.text("statements.capture.heading"),
                link: context.links.to(StatementPaths.capture(rules.number)))
        ]
        table =
            rows.isEmpty ? nil : Table(caption: context.text("statements.inbox.caption"), columns: columns, rows: rows)
        empty =
            rows.isEmpty ? EmptyState(text: context.text("statements.inbox.empty"), link: nil, linkLabel: nil) : nil
        pager = try Pager(page: page.number, of: found.total, path: StatementPaths.inbox(rules.number), in: context)
        crumbs = context.crumbs(to: rules)
    }
}

extension SiteContext {
    /// The way from the staff's start page to a consultation.
    func crumbs(to rules: ConsultationRules) -> [Crumb] {
        [
            workCrumb,
            Crumb(label: text("consultations.desk.heading"), link: links.to(ConsultationPaths.desk)),
            Crumb(label: rules.title, link: links.to(ConsultationPaths.atWork(rules.number))),
        ]
    }
}

/// The form by which letters are written down.
struct StatementCapturePage: Page {
    static let template = "Statements/capture"
    let heading: String
    let summary: ErrorSummary?
    let sender: ChoiceField
    let channel: ChoiceField
    let receivedOn: FormField
    let isSummary: TickField
    let form: StatementFields
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = StatementCapturePage(
        heading: "Brief oder E-Mail erfassen", summary: .sample, sender: .sample, channel: .sample,
        receivedOn: .sample, isSummary: .sample, form: .sample,
        crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension StatementCapturePage {
    init(
        _ rules: ConsultationRules, _ capture: StatementCapture, _ places: [StatementPlace],
        files: [AttachmentDraft], _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let channels: [StatementChannel] = [.letter, .mail, .spoken]
        heading = context.text("statements.capture.heading")
        summary = faults.summary
        sender = ChoiceField(
            name: StatementCapture.Field.sender, label: context.text("statements.inbox.columns.sender"),
            chosen: capture.sender, options: rules.invited.map { ($0, $0) },
            fault: faults[StatementCapture.Field.sender])
        channel = ChoiceField(
            name: StatementCapture.Field.channel, label: context.text("statements.inbox.columns.channel"),
            chosen: capture.channel,
            options: channels.map { ($0.rawValue, context.text("statements.channel.\($0.rawValue)")) },
            fault: faults[StatementCapture.Field.channel])
        receivedOn = FormField(
            name: StatementCapture.Field.receivedOn, label: context.text("statements.inbox.columns.submitted"),
            value: capture.receivedOn ?? "", fault: faults[StatementCapture.Field.receivedOn], isRequired: true,
            type: "date")
        isSummary = TickField(
            name: StatementCapture.Field.isSummary, label: context.text("statements.capture.summary"),
            hint: context.text("statements.capture.summary-hint"), isTicked: capture.isSummary)
        form = StatementFields(
            capture.form, faults, places, files: files, action: context.links.to(StatementPaths.capture(rules.number)),
            formKey: formKey, key: nil, party: nil, in: context)
        crumbs =
            context.crumbs(to: rules) + [
                Crumb(
                    label: context.text("statements.inbox.heading"),
                    link: context.links.to(StatementPaths.inbox(rules.number)))
            ]
    }
}

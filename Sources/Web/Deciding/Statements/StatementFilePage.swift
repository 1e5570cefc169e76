// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One statement on file: what came in, its files, and what the public reads of it.
struct StatementFilePage: Page {
    static let template = "Statements/file"
    let kicker: String
    let heading: String
    let summary: ErrorSummary?
    let notices: [Notice]
    let facts: Facts
    let text: [String]
    let points: [String]
    let files: [File]
    let noFiles: String?
    let publicText: PublicText?
    let adding: Adding?
    let crumbs: [Crumb]

    /// An original with what the public gets of it.
    struct File: Sendable {
        let name: String
        let about: String
        let link: String
        let standing: String
        let copy: Section.More?
        let decision: Decision?
    }

    struct Decision: Sendable {
        let action: String
        let formKey: String
        let document: String
        let choice: ChoiceField
        let copyField: FileField
    }

    /// A field in which one file is chosen.
    struct FileField: Sendable {
        let name: String
        let id: String
        let label: String
        let hint: String
        let fault: String?
    }

    struct PublicText: Sendable {
        let action: String
        let formKey: String
        let revision: String
        let fields: [FormField]
    }

    struct Adding: Sendable {
        let action: String
        let formKey: String
        let file: FileField
        let description: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = StatementFilePage(
        kicker: "Stellungnahme 12", heading: "Jugendrat", summary: .sample, notices: [.sample], facts: .sample,
        text: ["Wir begrüßen das."], points: ["Punkt 1: Mehr Busse."],
        files: [
            File(
                name: "Brief.pdf", about: "PDF, 1,2 MB", link: "/dateien/3", standing: "bleibt intern",
                copy: Section.More(label: "Geschwärzte Fassung", link: "/dateien/4"),
                decision: Decision(
                    action: "/eingang/12", formKey: "1.2.3", document: "3", choice: .sample,
                    copyField: FileField(
                        name: "datei", id: "datei-3", label: "Datei", hint: "PDF", fault: "Datei fehlt.")))
        ], noFiles: "Keine Dateien.",
        publicText: PublicText(action: "/eingang/12", formKey: "1.2.3", revision: "abc", fields: [.sample]),
        adding: Adding(
            action: "/eingang/12", formKey: "1.2.3",
            file: FileField(name: "anhang", id: "anhang", label: "Datei", hint: "PDF", fault: "Datei fehlt."),
            description: .sample), crumbs: [Crumb(label: "Eingang", link: "/eingang")])
}

extension StatementFilePage {
    init(
        _ desk: StatementFileDesk, _ form: PublicTextForm, sent: Query, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        let (rules, statement) = (desk.rules, desk.statement)
        let action = context.links.to(StatementPaths.onFile(rules.number, statement.number))
        let mayRun = context.visitor.mayRun(rules).isAllowed
        let making = StatementFileMaking(desk: desk, sent: sent, faults: faults, formKey: formKey, context: context)
        kicker = context.text("statements.number", ["number": context.notation.number(statement.number)])
        heading = statement.sender
        summary = faults.summary
        notices = Self.notices(on: statement, isConflict: faults.isOutdated, in: context)
        facts = Self.facts(of: statement, in: context)
        text = (statement.text ?? "").split(separator: "\n").map(String.init)
        points = statement.points.map {
            "\(context.text("statements.point.label", ["label": $0.label])): \($0.text)"
        }
        files = desk.files.map { making.file($0, action: action, mayRun: mayRun) }
        noFiles = desk.files.isEmpty ? context.text("statements.on-file.no-files") : nil
        publicText =
            mayRun && statement.state != .withdrawn
            ? making.publicText(form, action: action) : nil
        adding = mayRun ? making.adding(action: action) : nil
        crumbs =
            context.crumbs(to: rules) + [
                Crumb(
                    label: context.text("statements.inbox.heading"),
                    link: context.links.to(StatementPaths.inbox(rules.number)))
            ]
    }

    private static func notices(
        on statement: StatementOnFile, isConflict: Bool, in context: SiteContext
    ) -> [Notice] {
        let conflict =
            isConflict
            ? Notice(context.text("statements.on-file.conflict"), tone: .warning) : nil
        let key =
            statement.state == .withdrawn
            ? "withdrawn" : statement.isPublic ? "public" : statement.mayPublish == true ? "will-be-public" : "inside"
        return [conflict, Notice(context.text("statements.on-file.\(key)"))].compactMap { $0 }
    }

    private static func facts(of statement: StatementOnFile, in context: SiteContext) -> Facts {
        let unknown = context.text("design.unknown")
        let consent = statement.mayPublish.map { $0 ? "yes" : "no" } ?? "unknown"
        return Facts(entries: [
            Facts.Entry(context.text("statements.fact.file-number"), statement.fileNumber ?? unknown),
            Facts.Entry(
                context.text("statements.fact.submitted"),
                statement.submittedOn.map { context.notation.date($0) } ?? unknown),
            Facts.Entry(
                context.text("statements.inbox.columns.channel"),
                statement.channel.map { context.text("statements.channel.\($0.rawValue)") } ?? unknown),
            Facts.Entry(context.text("statements.inbox.columns.state"), context.word(state: statement.state.rawValue)),
            Facts.Entry(
                context.text("statements.inbox.columns.may-publish"), context.text("statements.consent.\(consent)")),
        ])
    }
}

/// Makes the forms of the page from what was typed.
private struct StatementFileMaking {
    let desk: StatementFileDesk
    let sent: Query
    let faults: FormFaults
    let formKey: String
    let context: SiteContext

    func file(
        _ file: StatementFileDesk.File, action: String, mayRun: Bool
    ) -> StatementFilePage.File {
        let number = file.original.number ?? 0
        return StatementFilePage.File(
            name: file.original.title, about: file.original.file.map { context.about($0) } ?? "",
            link: link(to: file.original),
            standing: context.text("statements.on-file.standing.\(file.choice.rawValue)"),
            copy: file.copy.map {
                Section.More(label: context.text("statements.on-file.copy"), link: link(to: $0))
            },
            decision: mayRun ? decision(on: number, file.choice, action: action) : nil)
    }

    private func link(to document: Document) -> String {
        context.links.to(
            StatementPaths.file(desk.rules.number, desk.statement.number, document.number ?? 0))
    }

    private func decision(
        on number: Int64, _ choice: StatementFileChoice, action: String
    ) -> StatementFilePage.Decision {
        typealias Field = DecideStatementFile.Field
        let isMeant = sent.text(Field.document) == String(number)
        return StatementFilePage.Decision(
            action: action, formKey: formKey, document: String(number),
            choice: ChoiceField(
                name: Field.choice(number), label: context.text("statements.on-file.choice"),
                chosen: isMeant ? sent.text(Field.choice(number)) : choice.rawValue,
                options: StatementFileChoice.allCases.map {
                    ($0.rawValue, context.text("statements.on-file.choices.\($0.rawValue)"))
                }, fault: isMeant ? faults[Field.choice(number)] : nil),
            copyField: StatementFilePage.FileField(
                name: Field.copy(number), id: Field.copy(number), label: context.text("statements.on-file.copy-field"),
                hint: hint, fault: isMeant ? faults[Field.copy(number)] : nil))
    }

    func publicText(_ form: PublicTextForm, action: String) -> StatementFilePage.PublicText? {
        typealias Field = PublicTextForm.Field
        let statement = desk.statement
        let whole = statement.text.map { _ in
            FormField(
                name: Field.text, label: context.text("statements.on-file.public-text"), value: form.text ?? "",
                fault: faults[Field.text], rows: 8)
        }
        let points = statement.points.map { point in
            let name = Field.point(point.label)
            return FormField(
                name: name, label: context.text("statements.on-file.public-point", ["label": point.label]),
                value: form.points[point.label] ?? "", fault: faults[name], rows: 3)
        }
        let fields = [whole].compactMap { $0 } + points
        return fields.isEmpty
            ? nil
            : StatementFilePage.PublicText(
                action: action, formKey: formKey, revision: form.revision ?? "", fields: fields)
    }

    func adding(action: String) -> StatementFilePage.Adding {
        typealias Field = AttachmentForm.Field
        return StatementFilePage.Adding(
            action: action, formKey: formKey,
            file: StatementFilePage.FileField(
                name: Field.file, id: Field.file, label: context.text("statements.on-file.add-field"), hint: hint,
                fault: faults[Field.file]),
            description: FormField(
                name: Field.newDescription, label: context.text("statements.on-file.description"),
                value: sent.text(Field.newDescription) ?? "", fault: faults[Field.newDescription], completion: "off"))
    }

    private var hint: String {
        context.text("statements.on-file.file-hint", ["size": context.notation.size(Int64(StoredFile.largest))])
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Papers and photos of a project for those who run it.
struct ProjectDocumentsPage: Page {
    static let template = "Projects/documents"
    let heading: String
    let project: String
    let summary: ErrorSummary?
    let documents: [Entry]
    let none: String?
    let action: String
    let formKey: String
    let attachments: AttachmentFields
    let rights: FormField
    let rule: ChoiceField
    let crumbs: [Crumb]

    struct Entry: Sendable {
        let title: String
        let link: String?
        /// Kind, size, rights, day.
        let about: String
        let badge: Badge
        let action: String
        let changeKey: String
        let steps: [Step]
    }

    struct Step: Sendable {
        let value: String
        let label: String
        /// Said to those who listen: which document is meant.
        let description: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ProjectDocumentsPage(
        heading: "Dokumente und Fotos", project: "Landbus Aue", summary: .sample,
        documents: [
            Entry(
                title: "Plan.pdf", link: "/arbeit/projekte/1/dokumente/3", about: "PDF, 1,2 MB", badge: .sample,
                action: "/arbeit/projekte/1/dokumente/3", changeKey: "1.2.3",
                steps: [Step(value: "entfernen", label: "Entfernen", description: "„Plan.pdf“ entfernen")])
        ], none: "Noch nichts.", action: "/arbeit/projekte/1/dokumente", formKey: "1.2.3", attachments: .sample,
        rights: .sample, rule: .sample, crumbs: [Crumb(label: "Landbus Aue", link: "/arbeit/projekte/1")])
}

extension ProjectDocumentsPage {
    /// - Parameter keys: for the form that adds files, and for those that change one
    init(
        _ documents: [Document], of project: ProjectAtWork, _ form: ProjectDocumentForm,
        _ fields: AttachmentFields, _ faults: FormFaults, keys: [String], in context: SiteContext
    ) {
        typealias Field = ProjectDocumentForm.Field
        heading = context.text("projects.documents.heading")
        self.project = project.title
        summary = faults.summary
        self.documents = documents.map { Entry($0, of: project, changeKey: keys[1], in: context) }
        none = documents.isEmpty ? context.text("projects.documents.none") : nil
        action = context.links.to(ProjectWorkPaths.documents(project.number))
        formKey = keys[0]
        attachments = fields
        rights = FormField(
            name: Field.rights, label: context.text("projects.documents.rights"),
            hint: context.text("projects.documents.rights-hint"), value: form.rights ?? "",
            fault: faults[Field.rights], completion: "off")
        rule = ChoiceField(
            name: Field.rule, label: context.text("projects.documents.rule"), chosen: form.rule,
            options: ProjectDocumentForm.rules.map {
                ($0.rawValue, context.text("projects.documents.rules.\($0.rawValue)"))
            }, fault: faults[Field.rule])
        crumbs = [
            context.workCrumb, context.projectDeskCrumb,
            Crumb(label: project.title, link: context.links.to(ProjectWorkPaths.atWork(project.number))),
        ]
    }
}

extension ProjectDocumentsPage.Entry {
    fileprivate init(_ document: Document, of project: ProjectAtWork, changeKey: String, in context: SiteContext) {
        let number = document.number ?? 0
        let isPublic = document.rule == .everyone
        title = document.title
        let address = context.links.to(ProjectWorkPaths.document(project.number, number))
        link = document.file == nil ? document.url : address
        about = [
            document.file.map(context.about), document.rights, document.datedOn.map { context.notation.date($0) },
        ].compactMap { $0 }.joined(separator: " · ")
        badge = Badge(
            context.text("projects.documents.rules.\(isPublic ? "public" : "internal")"),
            tone: isPublic ? .good : .quiet, shape: isPublic ? .tick : .ring)
        action = address
        self.changeKey = changeKey
        let steps: [ChangeProjectDocument.Step] = [isPublic ? .conceal : .publish, .remove]
        self.steps = steps.map { step in
            ProjectDocumentsPage.Step(
                value: step.rawValue, label: context.text("projects.documents.steps.\(step.rawValue)"),
                description: context.text(
                    "projects.documents.steps.\(step.rawValue)-one", ["title": document.title]))
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form that says which project is meant where a list calls one otherwise. Part of the template `Funding/import`.
struct FundingImportNames: Sendable {
    /// More names at once than anybody would look at.
    static let most = 50
    /// With more projects than this a number is typed instead of chosen.
    static let mostChoices = 300

    let action: String
    let formKey: String
    let names: [Name]
    let more: String?

    struct Name: Sendable {
        /// The field that carries the name back.
        let field: String
        let name: String
        let choice: ChoiceField?
        let number: FormField?
    }

    static let sample = FundingImportNames(
        action: "/x", formKey: "1",
        names: [Name(field: "name-0", name: "Radnetz Süd", choice: .sample, number: .sample)], more: "3 weitere")

    /// What was chosen, name by name.
    static func choices(_ sent: Query) -> [AssignFundingProjects.Choice] {
        (0..<most).compactMap { index in
            sent.text("name-\(index)").map { name in
                AssignFundingProjects.Choice(
                    field: "projekt-\(index)", name: name, typed: sent.text("projekt-\(index)"))
            }
        }
    }
}

extension FundingImportNames {
    /// Nil when the programme knows every project of the list.
    init?(
        _ preview: PreviewFundingImport, _ faults: FormFaults, typed: [AssignFundingProjects.Choice], action: String,
        formKey: String, in context: SiteContext
    ) {
        guard !preview.strangeProjects.isEmpty else { return nil }
        self.action = action
        self.formKey = formKey
        let options = preview.projects.map { project in
            (value: String(project.number), label: "\(project.number) \(project.title)")
        }
        names = preview.strangeProjects.prefix(Self.most).enumerated().map { index, strange in
            let field = "projekt-\(index)"
            let label = context.text("funding.list.names.label", count: strange.rows, ["name": strange.name])
            let sent = typed.first { $0.name == strange.name }
            let chosen = sent.map(\.typed) ?? strange.assigned.map { String($0) }
            let isShort = options.count <= Self.mostChoices
            return Name(
                field: "name-\(index)", name: strange.name,
                choice: isShort
                    ? ChoiceField(
                        name: field, label: label, chosen: chosen, empty: context.text("funding.list.names.none"),
                        options: options, fault: faults[field]) : nil,
                number: isShort
                    ? nil
                    : FormField(
                        name: field, label: label, hint: context.text("funding.list.names.number"),
                        value: chosen ?? "", fault: faults[field], type: "number"))
        }
        let hidden = preview.strangeProjects.count - names.count
        more = hidden > 0 ? context.text("funding.list.names.more", count: hidden) : nil
    }
}

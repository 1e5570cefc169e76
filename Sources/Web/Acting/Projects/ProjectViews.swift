// SPDX-License-Identifier: EUPL-1.2

/// The ways to look at all projects.
enum ProjectViewKind: String, CaseIterable, Sendable {
    case list = "liste"
    case timeline = "zeitleiste"
    case status = "stand"
}

extension SortBar {
    /// Links to the other ways of looking. List and timeline keep filter and order; the reports cannot be narrowed.
    init(projectView current: ProjectViewKind, in context: SiteContext) {
        let choices = ProjectViewKind.allCases.map { view in
            let value = view == .list ? nil : view.rawValue
            let query =
                view == .status
                ? Query.empty.replacing(["ansicht": value])
                : context.query.replacing(["ansicht": value, "seite": nil])
            return Choice(
                label: context.text("projects.view.\(view.rawValue)"),
                link: context.links.to("/projekte") + query.text, isCurrent: view == current)
        }
        self.init(label: context.text("projects.view.label"), choices: choices)
    }
}

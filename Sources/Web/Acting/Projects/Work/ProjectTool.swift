// SPDX-License-Identifier: EUPL-1.2

import Participation

extension WorkPage.Tool {
    /// The way to the projects, for those who run some.
    static func projects(in context: SiteContext) -> WorkPage.Tool? {
        guard let programme = context.currentProgramme?.id,
            context.visitor.mayWorkOnProjects(in: programme).isAllowed
        else { return nil }
        return WorkPage.Tool(
            title: context.text("projects.work.heading"), link: context.links.to(ProjectWorkPaths.desk),
            text: context.text("projects.work.tool"), count: nil)
    }
}

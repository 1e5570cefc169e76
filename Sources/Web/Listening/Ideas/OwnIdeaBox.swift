// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// At an idea's page: the ways to change it, for those who handed it in, and to what it said before, for everybody.
/// Template `Ideas/own-box`.
struct OwnIdeaBox: Sendable {
    let edit: String?
    let withdraw: String?
    /// "2 Mal geändert" with the way to what was changed.
    let versions: Versions?

    struct Versions: Sendable {
        let label: String
        let link: String
    }

    static let sample = OwnIdeaBox(
        edit: "/ideen/8/bearbeiten", withdraw: "/ideen/8/zuruecknahme",
        versions: Versions(label: "Einmal geändert", link: "/ideen/8/fassungen"))
}

extension OwnIdeaBox {
    /// Nil where there is nothing to offer. Costs guests one statement.
    static func load(
        _ idea: Idea, in programme: String, at now: Moment, _ context: SiteContext, _ db: Connection
    ) throws -> OwnIdeaBox? {
        let earlier = try Idea.earlierVersions(of: idea.id, db).count
        let own =
            context.visitor.isSignedIn
            ? try OwnIdea.find(number: idea.number, for: context.visitor, in: programme, at: now, db) : nil
        let mayChange = own.map { context.visitor.mayChange($0.standing).isAllowed } ?? false
        guard mayChange || earlier > 0 else { return nil }
        return OwnIdeaBox(
            edit: mayChange ? context.links.to(IdeaPaths.edit(idea.number)) : nil,
            withdraw: mayChange ? context.links.to(IdeaPaths.withdraw(idea.number)) : nil,
            versions: earlier == 0
                ? nil
                : Versions(
                    label: context.text("ideas.versions.count", count: earlier),
                    link: context.links.to(IdeaPaths.versions(idea.number))))
    }
}

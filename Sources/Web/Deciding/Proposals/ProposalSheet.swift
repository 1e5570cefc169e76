// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension Section {
    /// What a published proposal says of itself, aspect by aspect; nil for one without a Steckbrief.
    static func sheet(_ proposal: String, _ texts: ProgrammeTexts, _ context: SiteContext, _ db: Connection) throws
        -> [Section]
    {
        let facts = try Proposal.facts(of: proposal, db).map { fact in
            Section(
                context.text("proposals.parts.\(fact.aspect.rawValue)"), anchor: fact.aspect.rawValue,
                paragraphs: fact.text.split(separator: "\n").map { texts.original(String($0)) })
        }
        let answers = try Proposal.criteria(of: proposal, db)
        guard !answers.isEmpty else { return facts }
        let criteria = Section(
            context.text("proposals.draft.criteria-heading"), anchor: "kriterien",
            bullets: answers.map { Section.Bullet(texts.original($0.criterion), details: $0.answer) })
        return facts + [criteria]
    }

    /// What a project brings along from its proposal, aspect by aspect.
    static func broughtAlong(
        by project: String, _ texts: ProgrammeTexts, _ context: SiteContext, _ db: Connection
    ) throws -> [Section] {
        try Proposal.facts(ofProject: project, db).map { fact in
            Section(
                context.text("proposals.parts.\(fact.aspect.rawValue)"), anchor: fact.aspect.rawValue,
                paragraphs: fact.text.split(separator: "\n").map { texts.original(String($0)) })
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectRecord {
    /// A project as its proposal describes it: nothing is typed again, nothing is left behind.
    init(_ proposal: ProposalRecord, version: Int64?, places: ProjectPlaces, on day: PartialDate) {
        self.init()
        title = proposal.title
        description = proposal.summary
        field = proposal.field
        forum = proposal.forum
        ministry = proposal.ministry
        goals = [proposal.goal].compactMap { $0 }
        citedBudget = proposal.cost
        citedBudgetNote = proposal.cost.map { _ in
            "Projektvorschlag \(proposal.publicNumber)" + (version.map { ", Fassung \($0)" } ?? "")
        }
        facts = proposal.facts.map(ProjectFactRecord.init)
        partners = proposal.lines(.partners)
        let named = proposal.lines(.municipalities)
        municipalities = places.municipalities.filter { named.contains($0.name) }.map(\.key)
        state = .planned
        stateAsOf = day
        var planned = StateChangeRecord<ProjectState>()
        planned.state = .planned
        planned.effectiveOn = day
        history = [planned]
        sources = proposal.sources
    }
}

extension ProposalRecord {
    /// What an aspect lists: one in each line, or, in a single line, between semicolons or commas.
    fileprivate func lines(_ aspect: ProposalPart) -> [String] {
        let text = facts.first { $0.aspect == aspect.rawValue }?.text ?? ""
        let separator = ["\n", ";", ","].first { text.contains($0) } ?? "\n"
        var lines: [String] = []
        for part in text.split(separator: separator) {
            var words = part.drop { $0.isWhitespace || $0 == "-" || $0 == "•" }
            while let last = words.last, last.isWhitespace { words.removeLast() }
            if !words.isEmpty, !lines.contains(String(words)) { lines.append(String(words)) }
        }
        return lines
    }
}

/// The municipalities that a project may lie in, by name.
struct ProjectPlaces: Sendable {
    let municipalities: [(key: String, name: String)]
}

/// Looks for what a proposal has become.
enum ProjectOrigin {}

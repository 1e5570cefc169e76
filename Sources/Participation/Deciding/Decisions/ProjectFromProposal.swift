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
    /// What an aspect lists, one in each line or between commas.
    fileprivate func lines(_ aspect: ProposalPart) -> [String] {
        let text = facts.first { $0.aspect == aspect.rawValue }?.text ?? ""
        var lines: [String] = []
        for part in text.split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" }) {
            var words = part.drop { $0.isWhitespace || $0 == "-" || $0 == "•" }
            while let last = words.last, last.isWhitespace || last == "." { words.removeLast() }
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

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The list behind each place and strand of the programme's river, narrowed like the river itself.
struct RiverLinks: Sendable {
    let names: RiverNames
    let selection: RiverSelection
    let links: Links

    /// The list behind a place.
    func list(of place: RiverPlace) -> String {
        switch place {
        case .ideas: ideas()
        case .forum(let id): number(ofForum: id).map { links.to("/themenforen/\($0)") } ?? ideas()
        case .ideaEnd(let fate): ideas(fate: fate)
        case .proposals: proposals()
        case .proposalEnd(let fate): proposals(fate: fate)
        case .applications, .applicationEnd: links.to("/partnerprojekte")
        case .audience, .statementEnd: links.to("/stellungnahmen")
        case .decisions: links.to("/beschluesse")
        case .unknownOrigin: projects()
        case .field(let id): projects(field: id)
        case .state(let state): projects(state: state)
        }
    }

    /// The list that shows all of a stage.
    func list(of stage: RiverStage) -> String {
        switch stage {
        case .ideas: ideas()
        case .forums: links.to("/themenforen")
        case .proposals: proposals()
        case .statements: links.to("/stellungnahmen")
        case .decisions: links.to("/beschluesse")
        case .projects, .results: projects()
        }
    }

    /// The list that holds what flows between two places; a place is nil where several were put together.
    func list(from: RiverPlace?, to: RiverPlace?, _ measure: RiverMeasure?) -> String {
        switch (from, to) {
        case (_, .forum(let id)?): ideas(forum: id)
        case (.forum(let id)?, .ideaEnd(let fate)?): ideas(forum: id, fate: fate)
        case (_, .ideaEnd(let fate)?): ideas(fate: fate)
        case (.forum(let id)?, .proposals?): proposals(forum: id)
        case (.forum(let forum)?, .field(let field)?): projects(forum: forum, field: field)
        case (.forum(let id)?, .decisions?): projects(forum: id)
        case (.field(let field)?, .state(let state)?): projects(field: field, state: state)
        case (_, .field(let id)?): projects(field: id)
        case (_, .state(let state)?): projects(state: state)
        case (_, .proposalEnd(let fate)?): proposals(fate: fate)
        case (_, .audience?), (.audience?, _): links.to("/stellungnahmen")
        case (.applications?, _): links.to("/partnerprojekte")
        default: measure.map(list) ?? links.to("/faden")
        }
    }

    private func list(of measure: RiverMeasure) -> String {
        switch measure {
        case .idea: ideas()
        case .proposal: proposals()
        case .statement: links.to("/stellungnahmen")
        case .application: links.to("/partnerprojekte")
        case .project: projects()
        }
    }

    /// Fates that are states narrow the list by state, outcomes by outcome.
    private func ideas(forum: String? = nil, fate: String? = nil) -> String {
        let isState = fate.map { IdeaState(rawValue: $0) != nil } ?? false
        return links.to(
            "/ideen",
            [
                "forum": number(ofForum: forum), "stand": isState ? fate?.asAddressWord : nil,
                "ergebnis": isState ? nil : fate?.asAddressWord,
            ])
    }

    private func proposals(forum: String? = nil, fate: String? = nil) -> String {
        let state = fate.flatMap { ProposalState(rawValue: $0) }
        let outcome = fate.flatMap { ProposalOutcome(rawValue: $0) }
        let field = names.fields.first { $0.key == selection.field }?.number
        return links.to(
            "/vorschlaege",
            [
                "forum": number(ofForum: forum), "feld": field.map { String($0) },
                "stand": state?.rawValue.asAddressWord, "ergebnis": outcome?.rawValue.asAddressWord,
            ])
    }

    private func projects(forum: String? = nil, field: String? = nil, state: ProjectState? = nil) -> String {
        let key = field.flatMap { id in names.fields.first { $0.id == id }?.key } ?? selection.field
        return links.to(
            "/projekte",
            ["feld": key, "forum": number(ofForum: forum), "stand": state?.rawValue.asAddressWord])
    }

    /// The forum's number as addresses have it; the forum that the river is narrowed to where none is named.
    private func number(ofForum id: String?) -> String? {
        let number = id.flatMap { id in names.forums.first { $0.id == id }?.number } ?? selection.forum
        return number.map { String($0) }
    }
}

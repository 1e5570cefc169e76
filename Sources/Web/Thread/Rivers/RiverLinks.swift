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
        case .forum(let id): number(ofForum: id).map { links.to("/themenforen/\($0)") } ?? ideas(forum: id)
        case .ideaEnd(let fate): ideas(fate: fate)
        case .proposals: proposals()
        case .proposalEnd(let fate): proposals(fate: fate)
        case .applications: applications()
        case .applicationEnd(let fate): applications(fate: fate)
        case .audience(let key): statements(audience: key)
        case .statementEnd: statements(course: .notConsidered)
        case .decisions: links.to("/beschluesse")
        case .unknownOrigin: projects(forum: "", beginning: .undocumented)
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
        case .statements: statements()
        case .decisions: links.to("/beschluesse")
        case .projects, .results: projects()
        }
    }

    /// The list that holds what flows between two places; a place is nil where several were put together.
    func list(from: RiverPlace?, to: RiverPlace?, _ measure: RiverMeasure?) -> String {
        switch measure {
        case .idea: ideas(from: from, to: to)
        case .proposal: proposals(from: from, to: to)
        case .statement: statements(from: from, to: to)
        case .application: applications(to: to)
        case .project: projects(from: from, to: to)
        case nil: links.to("/faden")
        }
    }

    private func ideas(from: RiverPlace?, to: RiverPlace?) -> String {
        switch (from, to) {
        case (_, .forum(let id)?): ideas(forum: id)
        case (.forum(let id)?, .ideaEnd(let fate)?): ideas(forum: id, fate: fate)
        case (_, .ideaEnd(let fate)?): ideas(fate: fate)
        case (.forum(let id)?, _): ideas(forum: id)
        default: ideas()
        }
    }

    private func proposals(from: RiverPlace?, to: RiverPlace?) -> String {
        switch (from, to) {
        case (.forum(let id)?, _): proposals(forum: id)
        case (_, .proposalEnd(let fate)?): proposals(fate: fate)
        case (_, .decisions?): proposals(fate: RiverFate.wentOn)
        default: proposals()
        }
    }

    private func statements(from: RiverPlace?, to: RiverPlace?) -> String {
        switch (from, to) {
        case (_, .audience(let key)?): statements(audience: key, course: .onProposal)
        case (.audience(let key)?, .decisions?): statements(audience: key, course: .considered)
        case (.audience(let key)?, .statementEnd?): statements(audience: key, course: .notConsidered)
        case (.audience(let key)?, _): statements(audience: key)
        case (_, .decisions?): statements(course: .considered)
        case (_, .statementEnd?): statements(course: .notConsidered)
        default: statements()
        }
    }

    private func applications(to: RiverPlace?) -> String {
        if case .applicationEnd(let fate) = to { applications(fate: fate) } else { applications() }
    }

    private func projects(from: RiverPlace?, to: RiverPlace?) -> String {
        switch (from, to) {
        case (.forum(let id)?, .decisions?): projects(forum: id, beginning: .decisionAlone)
        case (.forum(let forum)?, .field(let field)?):
            projects(forum: forum, field: field, beginning: .undocumented)
        case (.unknownOrigin?, .field(let id)?): projects(forum: "", field: id, beginning: .undocumented)
        case (.decisions?, .field(let id)?): projects(field: id, beginning: .decision)
        case (.applications?, .field(let id)?): projects(field: id, beginning: .application)
        case (.field(let field)?, .state(let state)?): projects(field: field, state: state)
        case (_, .field(let id)?): projects(field: id)
        case (_, .state(let state)?): projects(state: state)
        case (.field(let id)?, _): projects(field: id)
        default: projects()
        }
    }

    private func ideas(forum: String? = nil, fate: String? = nil) -> String {
        links.to(
            "/ideen",
            [
                "forum": address(ofForum: forum), "feld": selection.field,
                FilterForm.fateName: fate?.asAddressWord,
            ])
    }

    private func proposals(forum: String? = nil, fate: String? = nil) -> String {
        let field = names.fields.first { $0.key == selection.field }?.number
        return links.to(
            "/vorschlaege",
            [
                "forum": number(ofForum: forum), "feld": field.map { String($0) },
                FilterForm.fateName: fate?.asAddressWord,
            ])
    }

    private func statements(audience: String? = nil, course: StatementCourse? = nil) -> String {
        links.to(
            "/stellungnahmen",
            [
                "zielgruppe": audience, "bezug": course?.rawValue, "forum": number(ofForum: nil),
                "feld": selection.field,
            ])
    }

    private func applications(fate: String? = nil) -> String {
        links.to(
            OpenList.applications.path, [FilterForm.fateName: fate?.asAddressWord, "feld": selection.field])
    }

    private func projects(
        forum: String? = nil, field: String? = nil, state: ProjectState? = nil, beginning: ProjectBeginning? = nil
    ) -> String {
        let named = field.map { id in names.fields.first { $0.id == id }?.key ?? FilterForm.none }
        return links.to(
            "/projekte",
            [
                "feld": named ?? selection.field, "forum": address(ofForum: forum),
                "stand": state?.rawValue.asAddressWord, "entstehung": beginning?.rawValue,
            ])
    }

    /// The forum as addresses name it; an empty id stands for things that have none.
    private func address(ofForum id: String?) -> String? {
        id == "" ? FilterForm.none : number(ofForum: id)
    }

    /// The forum's number as addresses have it; the forum that the river is narrowed to where none is named.
    private func number(ofForum id: String?) -> String? {
        let number = id.flatMap { id in names.forums.first { $0.id == id }?.number } ?? selection.forum
        return number.map { String($0) }
    }
}

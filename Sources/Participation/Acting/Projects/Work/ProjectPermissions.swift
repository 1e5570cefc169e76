// SPDX-License-Identifier: EUPL-1.2

/// What can be done with a project by those who run it.
public enum ProjectAct: CaseIterable, Sendable {
    /// To see what is not public: drafts of reports.
    case read
    /// To change what the public reads about it: ministry, office, partners, places, goals.
    case change
    /// To set milestones and to say when they are expected.
    case plan
    /// To write a report.
    case report
    /// To publish a report, or to give it back.
    case release
    /// To say that it stands differently from today on, ends included, or that its money lasts longer.
    case move
    /// To add documents and photos, to say who may read them, and to take them away; also when it is over.
    case attach
}

extension Visitor {
    /// To see the projects of a programme from inside.
    public func mayWorkOnProjects(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let mayWork =
            holds(anyOf: [.programmeOffice, .administrator], in: programme)
            || roles(in: programme).contains { [.ministryOfficer, .projectLead].contains($0.role) }
        return mayWork ? .allowed : .refused("projects-only-for-their-people")
    }

    /// To begin a project that no decision has led to. An officer can do so for the own ministry alone.
    ///
    /// - Parameter ministry: the id of the ministry that is to lead; nil while none has been chosen
    public func mayBeginProject(ledBy ministry: String? = nil, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if holds(anyOf: [.programmeOffice, .administrator], in: programme) { return .allowed }
        guard isOfficer(in: programme) else { return .refused("projects-begun-by-ministries") }
        guard let ministry else { return .allowed }
        return holds(.ministryOfficer, in: programme, for: ministry)
            ? .allowed : .refused("project-of-another-ministry")
    }

    /// What is possible follows from who somebody is and from how the project stands.
    public func may(_ act: ProjectAct, _ project: ProjectAtWork) -> Permission {
        let permission = mayWorkOnProjects(in: project.programme)
        guard permission.isAllowed else { return permission }
        if let refusal = refusal(of: act, project) { return .refused(refusal) }
        return act == .plan || act == .report || act == .release
            ? project.state.isEnd ? .refused("project-is-over") : .allowed : .allowed
    }

    private func refusal(of act: ProjectAct, _ project: ProjectAtWork) -> String? {
        if holds(.administrator, in: project.programme) { return nil }
        let isOffice = holds(.programmeOffice, in: project.programme)
        let leads = holds(.projectLead, in: project.programme, for: project.id)
        let isLeadingOfficer =
            project.ministryID.map { holds(.ministryOfficer, in: project.programme, for: $0) } ?? false
        switch act {
        case .read, .plan, .report, .attach:
            return isOffice || leads || isLeadingOfficer ? nil : otherwise(in: project.programme)
        case .change, .move:
            if isOffice || isLeadingOfficer { return nil }
            return leads ? "project-changed-by-its-ministry" : otherwise(in: project.programme)
        case .release:
            if isLeadingOfficer || (isOffice && project.ministryID == nil) { return nil }
            return isOffice || leads ? "report-released-by-the-ministry" : otherwise(in: project.programme)
        }
    }

    private func otherwise(in programme: String) -> String {
        isOfficer(in: programme) ? "project-of-another-ministry" : "project-of-others"
    }
}

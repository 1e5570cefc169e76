// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// The organisations that one may apply for, by their ids.
    public func applyingOrganisations(in programme: String) -> [String] {
        roles(in: programme).filter { $0.role == .organisationRepresentative }.compactMap(\.matter)
    }

    /// To write an application for an organisation, and to read it.
    public func mayApply(for organisation: String, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(.organisationRepresentative, in: programme, for: organisation)
            ? .allowed : .refused("application-of-another-organisation")
    }

    /// To set up calls, to check what came in, to invite reviewers and to propose.
    public func mayRunCalls(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.programmeOffice, .administrator], in: programme)
            ? .allowed : .refused("applications-only-for-programme-office")
    }

    /// To see the desk of applications: those who run calls and those who decide.
    public func maySeeApplications(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.programmeOffice, .cabinetOffice, .administrator], in: programme)
            ? .allowed : .refused("applications-only-for-programme-office")
    }

    /// To decide on what was proposed. Whoever proposes does not decide, except for an administrator.
    public func mayDecideApplications(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.cabinetOffice, .administrator], in: programme)
            ? .allowed : .refused("application-only-decided-by-cabinet-office")
    }

    /// To write a review, or to say why one cannot.
    public func mayReview(_ review: ApplicationReview) -> Permission {
        guard let person else { return .refused(.signInNeeded) }
        return person.id == review.person ? .allowed : .refused("review-of-another-person")
    }

    /// To read the application behind a review: only after the conflict of interest has been denied.
    public func mayReadUnderReview(_ review: ApplicationReview) -> Permission {
        let permission = mayReview(review)
        guard permission.isAllowed else { return permission }
        switch review.state {
        case .accepted, .submitted: return .allowed
        case .invited: return .refused("review-not-accepted")
        case .conflict: return .refused("review-with-conflict")
        }
    }
}

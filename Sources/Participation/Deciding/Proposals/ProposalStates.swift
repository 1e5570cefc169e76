// SPDX-License-Identifier: EUPL-1.2

/// Where a proposal stands.
public enum ProposalState: String, Choice {
    case draft = "proposal.draft"
    case published = "proposal.published"
    case inConsultation = "proposal.in_consultation"
    case revised = "proposal.revised"
    case submitted = "proposal.submitted"
    case decided = "proposal.decided"
    case withdrawn = "proposal.withdrawn"

    public var word: String {
        switch self {
        case .draft: "entwurf"
        case .published: "veröffentlicht"
        case .inConsultation: "in_beteiligung"
        case .revised: "überarbeitet"
        case .submitted: "vorgelegt"
        case .decided: "entschieden"
        case .withdrawn: "zurückgezogen"
        }
    }
}

/// What was decided on a proposal.
public enum ProposalOutcome: String, Choice {
    case adopted = "proposal.adopted"
    case conditional = "proposal.conditional"
    case deferred = "proposal.deferred"
    case rejected = "proposal.rejected"

    public var word: String {
        switch self {
        case .adopted: "beschlossen"
        case .conditional: "beschlossen_mit_maßgabe"
        case .deferred: "vertagt"
        case .rejected: "abgelehnt"
        }
    }
}

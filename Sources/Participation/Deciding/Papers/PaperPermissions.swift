// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To come to the desk of papers at all; which of them one sees is asked for each.
    public func mayWorkOnPapers(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let mayWork =
            holds(anyOf: [.programmeOffice, .cabinetOffice, .administrator], in: programme)
            || isOfficer(in: programme)
        return mayWork ? .allowed : .refused("papers-only-for-offices")
    }

    /// To begin a paper, in the name of a ministry or of the programme.
    ///
    /// - Parameter ministry: the id of the ministry that leads; nil for none
    public func mayBeginPaper(for ministry: String?, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if holds(anyOf: [.programmeOffice, .administrator], in: programme) { return .allowed }
        guard let ministry, holds(.ministryOfficer, in: programme, for: ministry) else {
            return .refused("paper-of-another-ministry")
        }
        return .allowed
    }

    /// To read a paper before its decisions are public: the lead, the offices of programme and cabinet, and from the
    /// beginning of the signing those who are asked to sign.
    public func mayRead(_ paper: PaperStanding) -> Permission {
        let permission = mayWorkOnPapers(in: paper.programme)
        guard permission.isAllowed else { return permission }
        if holds(anyOf: [.programmeOffice, .cabinetOffice, .administrator], in: paper.programme) { return .allowed }
        let concerned = [paper.ministry].compactMap { $0 } + (paper.state == .draft ? [] : paper.asked)
        return concerned.contains { holds(.ministryOfficer, in: paper.programme, for: $0) }
            ? .allowed : .refused("paper-is-confidential")
    }

    /// To change its words, to give it out, to submit it and to take it back.
    public func mayWrite(_ paper: PaperStanding) -> Permission {
        let permission = mayBeginPaper(for: paper.ministry, in: paper.programme)
        guard permission.isAllowed else { return permission }
        return paper.state == .draft || paper.state == .coSigning ? .allowed : .refused("paper-is-submitted")
    }

    /// To sign for a ministry: only its own officers can, and only while the paper is out to be signed.
    public func maySign(_ paper: PaperStanding, for ministry: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        guard holds(.ministryOfficer, in: paper.programme, for: ministry) else {
            return .refused("signature-of-another-ministry")
        }
        guard paper.asked.contains(ministry) else { return .refused("ministry-was-not-asked") }
        return paper.state == .coSigning ? .allowed : .refused("paper-is-not-in-signing")
    }

    /// To say what papers consist of.
    public func mayChangePaperTemplate(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.programmeOffice, .cabinetOffice, .administrator], in: programme)
            ? .allowed : .refused("paper-template-only-for-offices")
    }

    /// To plan sittings, put papers on their agenda and take down what was decided.
    public func mayRunSittings(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(.cabinetOffice, in: programme) ? .allowed : .refused("sittings-only-for-cabinet-office")
    }

    /// To confirm what somebody else has taken down.
    ///
    /// - Parameter recorder: what the journal calls whoever took it down
    public func mayConfirm(recordedBy recorder: String?, in programme: String) -> Permission {
        guard let person else { return .refused(.signInNeeded) }
        guard holds(anyOf: [.cabinetOffice, .administrator], in: programme) else {
            return .refused("sittings-only-for-cabinet-office")
        }
        guard let recorder, let actor = person.actor, actor != recorder else {
            return .refused("confirmation-by-another")
        }
        return .allowed
    }
}

/// What permissions go by.
public struct PaperStanding: Equatable, Sendable {
    public let programme: String
    /// The id of the ministry that leads.
    public let ministry: String?
    public let state: PaperState
    /// The ids of the ministries that are asked to sign.
    public let asked: [String]

    public init(programme: String, ministry: String?, state: PaperState, asked: [String]) {
        self.programme = programme
        self.ministry = ministry
        self.state = state
        self.asked = asked
    }
}

extension PaperAtWork {
    public var standing: PaperStanding {
        PaperStanding(
            programme: programme, ministry: ministry?.id, state: state, asked: signatures.map(\.ministry.id))
    }
}

extension PaperListing {
    public func standing(in programme: String) -> PaperStanding {
        PaperStanding(programme: programme, ministry: ministryID, state: state, asked: asked)
    }
}

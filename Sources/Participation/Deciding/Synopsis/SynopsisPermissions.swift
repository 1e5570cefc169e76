// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To read what is decided inside the house and not published.
    public func mayReadSynopsis(in programme: String) -> Permission {
        mayPlanConsultations(in: programme)
    }

    /// To assess a point: whoever runs the consultation, or an officer of the ministry whose office owes the answer.
    ///
    /// - Parameter ministry: the id of the ministry of the office; nil while nobody owes it
    public func mayAssess(pointOf ministry: String?, in rules: ConsultationRules) -> Permission {
        let permission = mayRun(rules)
        guard permission != .allowed, let ministry, isSignedIn else { return permission }
        return holds(.ministryOfficer, in: rules.programme, for: ministry)
            ? .allowed : .refused("point-of-another-office")
    }

    /// To say what a ministry thinks of an assessment: only its own officers can.
    public func maySign(for ministry: String, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(.ministryOfficer, in: programme, for: ministry)
            ? .allowed : .refused("signature-of-another-ministry")
    }
}

extension ConsultationRules {
    /// Points are worked on from the first statement until the answers are out.
    var mayBeWorkedOn: Permission {
        switch state {
        case .open, .closed, .evaluated: .allowed
        case .planned, .published, .cancelled: .refused("synopsis-is-closed")
        }
    }

    /// Points are split and joined when no sender can change them any more.
    func mayBeRearranged(at now: Moment) -> Permission {
        guard mayBeWorkedOn.isAllowed else { return mayBeWorkedOn }
        let isOver = state != .open || lastDay.map { $0.lastDay < now.day.firstDay } ?? false
        return isOver ? .allowed : .refused("synopsis-still-open")
    }
}

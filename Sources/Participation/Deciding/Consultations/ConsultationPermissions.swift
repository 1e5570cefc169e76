// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To set up consultations and to see all of them, planned ones too.
    public func mayPlanConsultations(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if holds(anyOf: [.programmeOffice, .administrator], in: programme) { return .allowed }
        return isOfficer(in: programme) ? .allowed : .refused("consultations-only-for-offices")
    }

    /// To open, close and change a consultation: the programme office, or an officer of a ministry that leads one of
    /// its proposals.
    public func mayRun(_ consultation: ConsultationRules) -> Permission {
        let permission = mayPlanConsultations(in: consultation.programme)
        guard permission.isAllowed else { return permission }
        if holds(anyOf: [.programmeOffice, .administrator], in: consultation.programme) { return .allowed }
        let isConcerned =
            consultation.documents.isEmpty
            || consultation.documents.contains { document in
                document.ministryID.map { holds(.ministryOfficer, in: consultation.programme, for: $0) } ?? false
            }
        return isConcerned ? .allowed : .refused("consultation-of-another-ministry")
    }

    /// Whether somebody works for any ministry of a programme.
    func isOfficer(in programme: String) -> Bool {
        roles(in: programme).contains { $0.role == .ministryOfficer }
    }
}

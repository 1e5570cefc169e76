// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To work with the ledger at all: the programme office with all of it, a ministry with its own projects.
    public func mayKeepLedger(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let keepers: [Role] = [.ministryOfficer, .programmeOffice, .administrator]
        return roles(in: programme).contains { keepers.contains($0.role) }
            ? .allowed : .refused("ledger-only-for-offices")
    }

    /// To book for a project, and to take an entry back.
    public func mayBook(for project: LedgerProject, in programme: String) -> Permission {
        let permission = mayKeepLedger(in: programme)
        guard permission.isAllowed else { return permission }
        if holds(anyOf: [.programmeOffice, .administrator], in: programme) { return .allowed }
        guard let ministry = project.ministry, holds(.ministryOfficer, in: programme, for: ministry) else {
            return .refused("ledger-of-another-ministry")
        }
        return .allowed
    }

    /// To read in whole lists of a budget office, and to close a year.
    public func mayRunLedger(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let mayRun = holds(anyOf: [.programmeOffice, .administrator], in: programme)
        return mayRun ? .allowed : .refused("ledger-only-for-programme-office")
    }

    /// The ministries whose projects one books for; nil for whoever books for all.
    public func ledgerMinistries(in programme: String) -> [String]? {
        if holds(anyOf: [.programmeOffice, .administrator], in: programme) { return nil }
        return roles(in: programme).filter { $0.role == .ministryOfficer }.compactMap(\.matter).sorted()
    }
}

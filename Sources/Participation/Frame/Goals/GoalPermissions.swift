// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To say what a programme wants to reach, how that is measured, and what was measured.
    public func mayEditGoals(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.programmeOffice, .administrator], in: programme)
            ? .allowed : .refused("goals-only-for-programme-office")
    }
}

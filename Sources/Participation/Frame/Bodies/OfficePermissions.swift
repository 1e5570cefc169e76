// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To say who belongs to an office, what it is responsible for, and to hand over from one to another.
    public func mayRunOffices(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.programmeOffice, .administrator], in: programme)
            ? .allowed : .refused("offices-only-for-programme-office")
    }
}

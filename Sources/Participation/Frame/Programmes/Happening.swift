// SPDX-License-Identifier: EUPL-1.2

/// A change of state as the home page tells it: which matter, which state, since when.
public struct Happening: Sendable {
    public let matter: MatterSummary
    /// A key of the table `state`.
    public let state: String
    public let effectiveOn: PartialDate?
    public let reason: String?
}

/// An idea and the project it became: the answer to "What became of …?" in two steps.
public struct ExampleThread: Sendable {
    public let idea: MatterSummary
    public let ideaSummary: String
    public let project: MatterSummary
    /// Why the project ended, where it did.
    public let endReason: String?
    /// What the present state rests on.
    public let stateNote: String?
    public let stateAsOf: PartialDate?
}

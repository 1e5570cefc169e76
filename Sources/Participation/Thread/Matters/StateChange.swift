// SPDX-License-Identifier: EUPL-1.2

/// One step in the history of a matter: from when it stood so, and why.
public struct StateChange: Equatable, Sendable {
    /// A key of the table `state`, such as `idea.answered`.
    public let state: String
    public let effectiveOn: PartialDate?
    public let reason: String?
}

// SPDX-License-Identifier: EUPL-1.2

/// What a list of several kinds says of a public matter: its kind, address, title and where it stands.
public struct MatterSummary: Equatable, Sendable {
    public let id: String
    public let kind: MatterKind
    public let key: String
    public let number: Int64?
    /// Null where no title is documented, as for a forum that only has a number.
    public let title: String?
    /// A key of the table `state`, such as `project.running`.
    public let state: String?
    public let outcome: String?
    public let datedOn: PartialDate?
}

// SPDX-License-Identifier: EUPL-1.2

/// Which points caused which change of a version.
public struct RevisionTrace: Equatable, Sendable {
    public let version: Int64
    public let lineage: String
    /// Nil where the change is one of wording alone.
    public let cause: Cause?

    public struct Cause: Equatable, Sendable {
        public let place: SynopsisPlace
        public let sender: String
    }
}

/// What does not fit together between points and versions.
public struct RevisionFault: Equatable, Sendable {
    public let proposal: Int64
    public let title: String
    public let kind: Kind

    public enum Kind: Equatable, Sendable {
        /// A point was taken into account and no change of the text names it.
        case pointWithoutChange(SynopsisPlace, consultation: Int64)
        /// A paragraph changed and nothing says why.
        case changeWithoutCause(version: Int64, paragraph: String)
    }
}

/// A change of the text that a point has caused.
public struct PointChange: Equatable, Sendable {
    public let proposal: Int64
    public let version: Int64
    public let lineage: String
}

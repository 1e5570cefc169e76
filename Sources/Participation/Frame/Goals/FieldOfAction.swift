// SPDX-License-Identifier: EUPL-1.2

/// A topic area of a programme.
public struct FieldOfAction: Sendable {
    public let id: String
    public let key: String
    public let number: Int64
    public let name: String
    public let description: String?
    public let ruledOn: PartialDate?
    public let confidence: Confidence?
    public let note: String?
    /// The ministries that lead it, in order.
    public let ministries: [Lead]

    public struct Lead: Sendable {
        /// The last part of the ministry's address.
        public let key: String
        public let abbreviation: String
        public let name: String
    }
}

/// How many projects of a field are in which state.
public struct ProjectTally: Sendable {
    public let field: String
    /// A key of the table `state`.
    public let state: String
    public let projects: Int64
}

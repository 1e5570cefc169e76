// SPDX-License-Identifier: EUPL-1.2

/// An entry of the chronicle.
public struct TimelineEntry: Sendable {
    public let id: String
    public let key: String
    public let datedOn: PartialDate
    public let endsOn: PartialDate?
    public let stage: Stage
    /// A word of the package, such as `beschluss`; the chronicle is open for new ones.
    public let kind: String
    public let title: String
    public let text: String
    public let place: String?
    public let sourceNote: String?
    public let confidence: Confidence?
    public let figures: [NamedEntry]
    public let sources: [Source]
}

/// The official totals at a reporting date, in the categories of that time.
public struct StatusReport: Sendable {
    public let id: String
    public let asOf: PartialDate
    public let event: String
    public let total: Int64
    public let stateFundsCents: Int64?
    public let confidence: Confidence?
    public let note: String?
    public let counts: [NamedEntry]
    public let sources: [Source]
}

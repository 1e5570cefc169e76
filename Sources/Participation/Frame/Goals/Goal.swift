// SPDX-License-Identifier: EUPL-1.2

/// What a programme wants to reach: a vision, or a goal below one.
public struct Goal: Sendable {
    public let id: String
    public let number: Int64
    public let isVision: Bool
    public let title: String
    public let text: String?
    public let fieldID: String?
    public let fieldName: String?
    public let fieldNumber: Int64?
    /// The goal or vision it serves.
    public let parentID: String?
    public let confidence: Confidence?
    public let note: String?
    /// How many public projects name it.
    public let projects: Int64
}

/// A measured quantity: of a goal, or of the region in general.
public struct Indicator: Sendable {
    public let id: String
    public let name: String
    public let unit: String
    public let region: String
    public let goalID: String?
    public let value: ScaledDecimal?
    public let asOf: PartialDate?
    public let baseline: ScaledDecimal?
    public let target: ScaledDecimal?
    public let targetOn: PartialDate?
    public let sourceName: String?
    public let sourceURL: String?
    public let confidence: Confidence?
    public let note: String?
    public let comparisons: [Comparison]
    /// The dated values, oldest first.
    public let values: [Measurement]

    public struct Comparison: Sendable {
        public let region: String
        public let value: ScaledDecimal?
        public let asOf: PartialDate?
    }

    public struct Measurement: Sendable {
        public let asOf: PartialDate?
        public let value: ScaledDecimal?
    }

    /// Nothing has been measured yet.
    public var isWithoutValue: Bool { value == nil && values.allSatisfy { $0.value == nil } }
}

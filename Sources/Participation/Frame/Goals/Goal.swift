// SPDX-License-Identifier: EUPL-1.2

/// What a programme wants to reach: a vision, or a goal below one.
public struct Goal: Sendable {
    public let id: String
    public let key: String
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
    /// The day from which it is pursued no longer.
    public var retiredOn: PartialDate?
    /// The first change first.
    public var changes: [Change] = []

    public struct Change: Equatable, Sendable {
        public let changedOn: PartialDate
        public let act: GoalAct
        public let reason: String
        /// What it said before; nil where that stayed.
        public let earlierTitle: String?
        public let earlierText: String?
    }
}

/// A measured quantity: of a goal, or of the region in general.
public struct Indicator: Sendable {
    public let id: String
    public let key: String
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
    /// The dated values that count, oldest first.
    public let values: [Measurement]
    /// What is to be reached on the way to the target, the earliest first.
    public let path: [Step]
    /// Values that stood once and count no longer, in the order in which they were put right.
    public let corrections: [Correction]
    public let changes: [Change]
    public let retiredOn: PartialDate?

    public struct Comparison: Sendable {
        public let region: String
        public let value: ScaledDecimal?
        public let asOf: PartialDate?
    }

    public struct Measurement: Sendable {
        public let asOf: PartialDate?
        public let value: ScaledDecimal?
        public var sourceName: String?
        public var sourceURL: String?
        public var recordedOn: PartialDate?
    }

    public struct Step: Equatable, Sendable {
        public let dueOn: PartialDate
        public let value: ScaledDecimal
    }

    public struct Correction: Equatable, Sendable {
        public let asOf: PartialDate
        public let before: ScaledDecimal?
        /// Nil where the value was taken back.
        public let after: ScaledDecimal?
        public let reason: String
        public let correctedOn: PartialDate?
    }

    public struct Change: Equatable, Sendable {
        public let changedOn: PartialDate
        public let act: GoalAct
        public let reason: String
        public let earlierName: String?
        public let earlierUnit: String?
        public let earlierBaseline: ScaledDecimal?
        public let earlierTarget: ScaledDecimal?
        public let earlierTargetOn: PartialDate?
    }

    /// Nothing has been measured yet.
    public var isWithoutValue: Bool { value == nil && values.allSatisfy { $0.value == nil } }
}

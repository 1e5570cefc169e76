// SPDX-License-Identifier: EUPL-1.2

/// A programme as the public reads it.
public struct Programme: Sendable {
    public let id: String
    public let title: String
    public let subtitle: String?
    public let summary: String
    public let regionName: String
    public let responsible: String?
    public let attribution: String?
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    /// What a reader must know about how complete the data is.
    public let note: String?
}

/// One of the phases: when it is, and what it opens to the public.
public struct Phase: Sendable {
    public let id: String
    public let key: String
    public let kind: PhaseKind
    public let name: String
    public let description: String?
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    public let openings: [String]

    /// Where a day lies, as seen from the phase.
    public enum Standing: String, Sendable {
        case over, current, coming
        /// Without any date nothing can be said.
        case undated
    }

    public func standing(on day: PartialDate) -> Standing {
        Period(start: startsOn, end: endsOn).standing(on: day)
    }
}

extension Period {
    /// Months and years count as a whole: a phase that ends in `2019-11` is current on each day of that month.
    public func standing(on day: PartialDate) -> Phase.Standing {
        if start == nil, end == nil { return .undated }
        if let start, day.text.prefix(start.text.count) < start.text { return .coming }
        if let end, day.text.prefix(end.text.count) > end.text { return .over }
        return .current
    }
}

/// A way in which the programme delivers, with its rules.
public struct Pillar: Sendable {
    public let id: String
    public let key: String
    public let name: String
    public let description: String?
    public let whoProposes: String?
    public let whoDecides: String?
    public let criteria: [String]
    /// How many projects the pillar has by official count.
    public let officialTotal: Int64?
    public let confidence: Confidence?
    public let note: String?
}

/// A body that advises or decides, with its sittings.
public struct Board: Sendable {
    public let id: String
    public let name: String
    public let description: String?
    public let sittings: [Sitting]

    public struct Sitting: Sendable {
        public let number: Int64?
        public let heldOn: PartialDate?
        public let place: String?
        public let note: String?
        /// The decisions of the sitting that are public.
        public let decisions: [MatterSummary]
    }
}

/// What went wrong, who says so, and what follows from it.
public struct Lesson: Sendable {
    public let id: String
    public let topic: String
    public let finding: String
    public let raisedBy: String
    public let datedOn: PartialDate?
    public let consequence: String?
    public let confidence: Confidence?
}

// SPDX-License-Identifier: EUPL-1.2

/// A point of a synopsis as the offices work on it, with everything that is decided but not published.
public struct SynopsisPoint: Equatable, Sendable {
    public let id: String
    public let place: SynopsisPlace
    public let sender: String
    /// A key of the table `organisation_kind`; `municipal` for municipalities, nil for people.
    public let senderKind: String?
    public let submittedOn: PartialDate?
    public let fileNumber: String?
    public let kind: PointKind
    public let text: String
    public let wording: String?
    public let isQuotation: Bool
    public let reference: Reference?
    /// The name of the field of action in the making that it speaks of.
    public let heardField: String?
    public let state: PointState
    public let outcome: PointOutcome?
    public let assessment: String?
    public let changeOld: String?
    public let changeNew: String?
    public let office: Office?
    public let dueOn: PartialDate?
    /// The point that this one was a part of when it came in.
    public let splitFrom: SynopsisPlace?
    /// The point whose answer holds for this one too.
    public let answeredWith: SynopsisPlace?
    /// How many other points have this one's answer.
    public let alike: Int64
    /// Ministries that were asked and have not agreed or been answered.
    public let openSignatures: Int64

    /// What the point speaks of.
    public struct Reference: Equatable, Sendable {
        public let number: Int64
        public let title: String
        public let version: Int64?
        /// The label of the paragraph in that version.
        public let paragraph: String?
        public let paragraphText: String?
    }

    public struct Office: Equatable, Sendable {
        public let key: String
        public let name: String
        public let ministryID: String?
    }

    /// Whether it should have been assessed before a day and is not.
    public func isOverdue(on day: PartialDate) -> Bool {
        guard let dueOn, ![.released, .published].contains(state) else { return false }
        return dueOn < day
    }
}

/// The running number of a point, `12.3`: the third point of statement 12. It never changes.
public struct SynopsisPlace: Hashable, Sendable {
    public let statement: Int64
    public let position: Int64

    public init(statement: Int64, position: Int64) {
        self.statement = statement
        self.position = position
    }

    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let statement = Int64(parts[0]), let position = Int64(parts[1]), statement > 0,
            position > 0, "\(statement).\(position)" == text
        else { return nil }
        self.init(statement: statement, position: position)
    }

    public var text: String { "\(statement).\(position)" }
}

/// What the synopsis of the offices is narrowed to.
public struct SynopsisFilter: Equatable, Sendable {
    /// The number of a proposal.
    public var proposal: Int64?
    /// A field of action in the making, by its lineage.
    public var heardField: String?
    public var state: PointState?
    public var outcome: PointOutcome?
    public var kind: PointKind?
    /// The key of an office.
    public var office: String?
    /// The number of a statement.
    public var statement: Int64?
    public var urgency: Urgency?

    public enum Urgency: String, CaseIterable, Sendable {
        case overdue = "ueberfaellig"
        case withoutOffice = "ohne-stelle"
        /// A ministry has not agreed or not answered.
        case unsigned = "abstimmung"
    }

    public init() {}
}

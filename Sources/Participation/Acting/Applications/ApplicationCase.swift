// SPDX-License-Identifier: EUPL-1.2

/// An application of a partner while it is worked on, with all that only those who work on it may read.
public struct ApplicationCase: Equatable, Sendable {
    public let id: String
    public let call: PartnerCallRules
    public let organisation: String
    public let organisationKey: String
    public let organisationName: String
    /// The id of the public application; nil before it is handed in.
    public let application: String?
    public let number: Int64?
    public let state: ApplicationState
    /// Goes up with every change, so that two who write at once notice.
    public let revision: Int64
    public let content: ApplicationContent
    public let request: String?
    public let requestDueOn: PartialDate?
    public let proposedOutcome: ApplicationOutcome?
    public let proposedReason: String?
    public let outcome: ApplicationOutcome?
    public let reason: String?
    public let submittedAt: String?
    /// Where the files lie that go along when it is handed in.
    public let shelf: AttachmentShelf?

    /// Whether the applicant can still write: a draft, or what more was asked for.
    public var isEditable: Bool { state == .draft || (state == .submitted && request != nil) }
}

/// What a call asks for and until when.
public struct PartnerCallRules: Equatable, Sendable {
    public let id: String
    public let key: String
    public let number: Int64
    public let title: String
    public let opensOn: PartialDate?
    public let closesOn: PartialDate?
    public let criteria: [String]
    public let questions: [String]

    /// Whether an application can be handed in on a day. A call without a last day is always open.
    public func isOpen(on day: PartialDate) -> Bool {
        (opensOn.map { $0.firstDay <= day.firstDay } ?? true) && (closesOn.map { day.firstDay <= $0.lastDay } ?? true)
    }
}

/// What an applicant writes.
public struct ApplicationContent: Equatable, Sendable {
    public var title = ""
    public var summary = ""
    public var plan = ""
    /// The package key of the field of action.
    public var field: String?
    public var costs: [ApplicationCost] = []
    public var own: Int64 = 0
    public var others: Int64 = 0
    public var grant: Int64 = 0
    public var secured = ""
    public var isPublic = false
    /// In the order of the questions; empty where nothing is answered yet.
    public var answers: [String] = []

    public init() {}

    public var total: Int64 { costs.map(\.cents).reduce(0, +) }
    public var financed: Int64 { own + others + grant }
}

public struct ApplicationCost: Equatable, Sendable {
    public let label: String
    public let cents: Int64
}

/// A review of an application by one person.
public struct ApplicationReview: Equatable, Sendable {
    public let id: String
    public let caseID: String
    public let person: String
    public let personName: String
    public let state: State
    public let dueOn: PartialDate
    public let conflict: String?
    public let summary: String?
    public let scores: [Score]

    public enum State: String, CaseIterable, Sendable {
        case invited, accepted, conflict, submitted
    }

    public struct Score: Equatable, Sendable {
        public let points: Int64
        public let reason: String
    }

    public var points: Int64 { scores.map(\.points).reduce(0, +) }
}

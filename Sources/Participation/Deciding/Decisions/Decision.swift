// SPDX-License-Identifier: EUPL-1.2

/// The result of one item in one sitting.
public struct Decision: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let sitting: Sitting
    /// The paper it rests on, where that is public.
    public let paperID: String?
    /// The item of the paper (Beschlusspunkt).
    public let item: String?
    public let title: String
    public let text: String
    public let outcome: DecisionOutcome
    public let reason: String?
    public let deferredUntil: PartialDate?
    /// How many projects were decided, as officially said.
    public let projectsDecided: Int64?
    /// How many projects are documented here as its results.
    public let projectsDocumented: Int64
    public let confidence: Confidence?
    public let note: String?
    /// The numbers of the decision that this one puts right, and of the one that put this one right.
    public let corrects: Int64?
    public let correctedBy: Int64?
    /// Who let it come before the board although something was missing, and why.
    public let exceptionBy: String?
    public let exceptionReason: String?

    /// What has to be met for the decision to hold.
    public struct Condition: Equatable, Sendable {
        public let text: String
        public let ministryID: String?
        public let dueOn: PartialDate?
    }

    /// A public matter at the other end of a link of the decision.
    public struct Result: Equatable, Sendable {
        public let matterID: String
        public let confidence: Confidence?
        public let note: String?
    }

    /// Which decisions a list shows.
    public struct Filter: Equatable, Sendable {
        public var outcome: DecisionOutcome?
        /// The key of a board.
        public var board: String?

        public init() {}
    }

    public enum Order: String, CaseIterable, Sendable {
        case newest = "neueste"
        case oldest = "aelteste"
    }
}

/// One sitting of a board.
public struct Sitting: Equatable, Sendable {
    public let id: String
    public let boardID: String
    public let boardKey: String
    public let board: String
    public let heldOn: PartialDate
    public let place: String?
    public let note: String?

    public struct AgendaEntry: Equatable, Sendable {
        public let sittingID: String
        public let label: String
        public let title: String
    }
}

/// A decision paper (Kabinettvorlage) with what was to be decided and who signed. Confidential until it is decided.
public struct Paper: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let fileNumber: String?
    public let ministryID: String?
    public let state: PaperState
    public let submittedOn: PartialDate?
    public let summary: String?
    public let entries: [Entry]
    public let signatures: [Signature]

    public struct Entry: Equatable, Sendable {
        public let label: String
        public let title: String
        public let proposalID: String?
        public let version: Int64?
    }

    public struct Signature: Equatable, Sendable {
        public let ministryID: String
        public let state: CoSignatureState
        public let signedOn: PartialDate?
        public let note: String?
    }
}

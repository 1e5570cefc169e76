// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A decision paper as those see it who write, sign and decide on it. Confidential until its decisions are published.
public struct PaperAtWork: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let number: Int64
    public let title: String
    public let fileNumber: String?
    public let ministry: SynopsisChoices.Ministry?
    public let state: PaperState
    public let submittedOn: PartialDate?
    public let handling: PaperHandling?
    public let urgency: String?
    /// Counts the wordings that were given out to be signed; nil before the first time.
    public let edition: Int64?
    public let signUntil: PartialDate?
    /// What it consists of, as it was begun.
    public let template: PaperTemplate
    public let texts: [PaperPart: String]
    public let entries: [Entry]
    public let signatures: [Signature]
    public let stations: [Station]
    public let results: [Result]
    public let publishAt: Moment?
    /// What the journal calls whoever took down the results, and whoever confirmed them.
    public let recordedBy: String?
    public let confirmedBy: String?
    /// Tells whether somebody else has changed the paper meanwhile.
    public let revision: String

    /// One item that is to be decided.
    public struct Entry: Equatable, Sendable {
        public let label: String
        public let title: String
        public let text: String?
        public let proposal: Proposal?
        public let version: Int64?
        public let field: String?
        public let exceptionBy: String?
        public let exceptionReason: String?
        /// The number of the decision that it puts right.
        public let corrects: Int64?

        public struct Proposal: Equatable, Sendable {
            public let id: String
            public let number: Int64
            public let costCents: Int64?
        }
    }

    public struct Signature: Equatable, Sendable {
        public let ministry: SynopsisChoices.Ministry
        public let state: CoSignatureState
        public let signedOn: PartialDate?
        public let note: String?
        public let reply: String?
        public let edition: Int64?
        public let digest: String?
    }

    /// A sitting that has dealt or will deal with the paper.
    public struct Station: Equatable, Sendable {
        public let sitting: SittingAtWork
        public let label: String
        public let result: StationResult?
        public let note: String?
    }

    public struct Result: Equatable, Sendable {
        public let label: String
        public let outcome: DecisionOutcome
        public let text: String
        public let reason: String?
        public let deferredUntil: PartialDate?
        public let conditions: [Condition]
    }

    public struct Condition: Equatable, Sendable {
        public let text: String
        public let office: String
        public let dueOn: PartialDate
    }

    /// Whether its words can still be changed.
    public var isWritable: Bool { state == .draft || state == .coSigning }

    /// Whether what was decided has been taken down and waits for a second person.
    public var awaitsConfirmation: Bool { state == .onAgenda && !results.isEmpty }
}

/// A sitting as those see it who prepare it.
public struct SittingAtWork: Equatable, Sendable {
    public let id: String
    public let key: String
    public let number: Int64
    public let board: String
    /// In which order the board deals with papers; nil for boards that deal with none.
    public let rank: Int64?
    public let heldOn: PartialDate
    public let place: String?
    public let minutes: String?
}

/// A paper in the list of those who work on papers.
public struct PaperListing: Equatable, Sendable {
    public let number: Int64
    public let title: String
    public let state: PaperState
    public let ministryID: String?
    public let ministry: String?
    public let entries: Int64
    public let openSignatures: Int64
    /// The ministries that were asked to sign, as ids.
    public let asked: [String]
}

/// A board as forms offer it.
public struct SittingBoard: Equatable, Sendable {
    public let key: String
    public let name: String
    public let rank: Int64?
}

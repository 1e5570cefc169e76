// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Whether a proposal is ready to be decided on, and what exactly is missing.
public struct Gate: Equatable, Sendable {
    public let proposal: Candidate
    public let missing: [Missing]

    public var isOpen: Bool { missing.isEmpty }

    public struct Candidate: Equatable, Sendable {
        public let id: String
        public let key: String
        public let number: Int64
        public let title: String
        public let state: ProposalState
        public let ministryID: String?
        public let costCents: Int64?
        /// The latest published version.
        public let version: Int64?
        /// The number of a paper at work that holds the proposal already.
        public let paper: Int64?
    }

    public enum Missing: Equatable, Sendable {
        case version, cost, goal, indicator
        /// A consultation on it is still open.
        case consultation(Int64)
        /// The answer to a point is not final inside the house.
        case point(SynopsisPlace, consultation: Int64)
        /// An idea in it has had no answer, although the answer was due before its consultation ended.
        case idea(Int64)
    }

    /// The gates of all proposals that could be decided on, or of some; always the same few statements.
    public static func check(_ proposals: [String]? = nil, in programme: String, _ db: Connection) throws -> [Gate] {
        let facts = try GateFacts.load(proposals, in: programme, db)
        return facts.candidates.map { candidate in
            Gate(proposal: candidate.candidate, missing: candidate.missing + (facts.open[candidate.candidate.id] ?? []))
        }
    }
}

/// What the gates of some proposals are judged by.
struct GateFacts {
    let candidates: [(candidate: Gate.Candidate, missing: [Gate.Missing])]
    /// What is open beside the proposal itself, by its id.
    let open: [String: [Gate.Missing]]
}

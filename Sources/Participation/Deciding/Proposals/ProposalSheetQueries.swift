// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Proposal {
    /// One aspect of the Steckbrief.
    public struct Fact: Equatable, Sendable {
        public let aspect: ProposalPart
        public let text: String
    }

    /// A selection criterion and how the proposal answers it.
    public struct Criterion: Equatable, Sendable {
        public let criterion: String
        public let answer: String
    }

    /// The Steckbrief of a public proposal; aspects that this program does not know are left out.
    public static func facts(of proposal: String, _ db: Connection) throws -> [Fact] {
        try db.rows(
            """
            SELECT f.aspect, f.text FROM proposal_fact f JOIN public_matter m ON m.id = f.proposal_id
            WHERE f.proposal_id = \(proposal) ORDER BY f.position
            """
        ).compactMap { row in
            guard let aspect = ProposalPart(rawValue: try row.get("aspect")) else { return nil }
            return Fact(aspect: aspect, text: try row.get("text"))
        }
    }

    /// What a public project has brought along from its proposal.
    public static func facts(ofProject project: String, _ db: Connection) throws -> [Fact] {
        try db.rows(
            """
            SELECT f.aspect, f.text FROM project_fact f JOIN public_matter m ON m.id = f.project_id
            WHERE f.project_id = \(project) ORDER BY f.position
            """
        ).compactMap { row in
            guard let aspect = ProposalPart(rawValue: try row.get("aspect")) else { return nil }
            return Fact(aspect: aspect, text: try row.get("text"))
        }
    }

    public static func criteria(of proposal: String, _ db: Connection) throws -> [Criterion] {
        try db.rows(
            """
            SELECT c.criterion, c.answer FROM proposal_criterion c JOIN public_matter m ON m.id = c.proposal_id
            WHERE c.proposal_id = \(proposal) ORDER BY c.position
            """
        ).map { Criterion(criterion: try $0.get("criterion"), answer: try $0.get("answer")) }
    }
}

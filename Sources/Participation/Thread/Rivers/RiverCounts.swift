// SPDX-License-Identifier: EUPL-1.2

/// What the programme's river is drawn from: each thing stands in exactly one line of its kind.
public struct RiverCounts: Equatable, Sendable {
    let ideas: [Ideas]
    let proposals: [Proposals]
    let statements: [Statements]
    let applications: [Applications]
    let projects: [Projects]

    /// An empty forum or field stands for "none".
    struct Ideas: Equatable, Sendable {
        let forum: String
        let fate: String
        let number: Int64
    }

    struct Proposals: Equatable, Sendable {
        let forum: String
        let fate: String
        let number: Int64
    }

    struct Statements: Equatable, Sendable {
        let audience: String
        /// It speaks of a documented proposal.
        let isOnProposal: Bool
        /// A documented decision was taken on that proposal.
        let isConsidered: Bool
        let number: Int64
    }

    struct Applications: Equatable, Sendable {
        let fate: String
        let number: Int64
    }

    struct Projects: Equatable, Sendable {
        let forum: String
        let field: String
        let state: ProjectState
        let origin: Origin
        let number: Int64
    }

    /// What brought a project about, as far as it is documented.
    enum Origin: String, Sendable {
        case application
        /// A decision on a documented proposal.
        case proposal
        case decision
        case none
    }

    struct Strand: Equatable, Sendable {
        let from: RiverPlace
        let to: RiverPlace
        let number: Int64
        let measure: RiverMeasure
    }

    var strands: [Strand] { ideaStrands + proposalStrands + statementStrands + applicationStrands + projectStrands }

    private var ideaStrands: [Strand] {
        ideas.flatMap { line in
            let arriving = Strand(from: .ideas, to: .forum(line.forum), number: line.number, measure: .idea)
            guard line.fate != RiverFate.wentOn else { return [arriving] }
            let ending = Strand(
                from: .forum(line.forum), to: .ideaEnd(line.fate), number: line.number, measure: .idea)
            return [arriving, ending]
        }
    }

    private var proposalStrands: [Strand] {
        proposals.flatMap { line in
            let end: RiverPlace = line.fate == RiverFate.wentOn ? .decisions : .proposalEnd(line.fate)
            let leaving = Strand(from: .proposals, to: end, number: line.number, measure: .proposal)
            guard !line.forum.isEmpty else { return [leaving] }
            let arriving = Strand(from: .forum(line.forum), to: .proposals, number: line.number, measure: .proposal)
            return [arriving, leaving]
        }
    }

    private var statementStrands: [Strand] {
        statements.flatMap { line in
            let audience = RiverPlace.audience(line.audience)
            let leaving = Strand(
                from: audience, to: line.isConsidered ? .decisions : .statementEnd, number: line.number,
                measure: .statement)
            guard line.isOnProposal else { return [leaving] }
            return [Strand(from: .proposals, to: audience, number: line.number, measure: .statement), leaving]
        }
    }

    /// Accepted applications are told by the project they became.
    private var applicationStrands: [Strand] {
        applications.filter { $0.fate != RiverFate.wentOn }.map {
            Strand(from: .applications, to: .applicationEnd($0.fate), number: $0.number, measure: .application)
        }
    }

    private var projectStrands: [Strand] {
        projects.flatMap { line in
            let field = RiverPlace.field(line.field)
            let forum: RiverPlace? = line.forum.isEmpty ? nil : .forum(line.forum)
            let way: [RiverPlace] =
                switch line.origin {
                case .application: [.applications, field]
                case .proposal: [.decisions, field]
                case .decision: [forum, .decisions, field].compactMap { $0 }
                case .none: [forum ?? .unknownOrigin, field]
                }
            let places = way + [.state(line.state)]
            return zip(places, places.dropFirst()).map {
                Strand(from: $0, to: $1, number: line.number, measure: .project)
            }
        }
    }
}

/// The forums and fields that a river names and can be narrowed to.
public struct RiverNames: Equatable, Sendable {
    public let forums: [Name]
    public let fields: [Name]

    public struct Name: Equatable, Sendable {
        public let id: String
        public let key: String
        public let number: Int64
        /// Null for a forum that only has a number.
        public let title: String?
    }
}

/// What a river is narrowed to. Ideas have no field: those count that led to one of its projects or proposals.
public struct RiverSelection: Equatable, Sendable {
    /// The package key of the field of action.
    public var field: String?
    /// The public number of the forum.
    public var forum: Int64?

    public init() {}

    public var isWhole: Bool { self == RiverSelection() }
}

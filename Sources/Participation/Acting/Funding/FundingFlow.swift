// SPDX-License-Identifier: EUPL-1.2

/// Which part of the ledger is looked at. One kind on one basis, since others must not be added.
public struct FundingSelection: Equatable, Sendable {
    public let kind: FundingKind
    public let basis: FundingBasis
    /// Nil for all years.
    public let year: Int64?

    public init(kind: FundingKind, basis: FundingBasis, year: Int64? = nil) {
        self.kind = kind
        self.basis = basis
        self.year = year
    }

    /// What is counted of this selection is kept under this name.
    var name: String { "\(kind.rawValue) on \(basis.rawValue) in \(year.map(String.init) ?? "all years")" }
}

/// What a programme's ledger holds of one kind on one basis in one year; counter-entries are taken off.
public struct FundingSum: Equatable, Sendable {
    public let kind: FundingKind
    public let basis: FundingBasis
    public let year: Int64
    public let cents: Int64
}

/// What one source gave for one project, with the ministry and the field that the project belongs to.
public struct FundingFlow: Equatable, Sendable {
    public let source: FundingSource
    /// Ids; nil where the project has none.
    public let ministry: String?
    public let field: String?
    public let project: String
    public let projectNumber: Int64
    public let projectTitle: String
    /// Below nought where more came back than was booked.
    public let cents: Int64
}

/// An amount that a source has named for a project, with what it covers. Such amounts stand on bases of their own:
/// they are neither added up nor added to the ledger.
public struct CitedAmount: Equatable, Sendable {
    public let project: String
    public let number: Int64
    public let title: String
    public let state: ProjectState
    public let field: String?
    public let cents: Int64
    public let note: String?
}

extension River {
    /// The money from its sources over ministries and fields to the projects. What is not above nought cannot be drawn.
    public init(_ flows: [FundingFlow]) {
        var knots: [[Knot]] = [[], [], [], []]
        var known: Set<String> = []
        var strands: [Strand] = []
        for flow in flows where flow.cents > 0 {
            let way = [
                "source \(flow.source.rawValue)", "ministry \(flow.ministry ?? "")", "field \(flow.field ?? "")",
                "project \(flow.project)",
            ]
            for (stage, id) in way.enumerated() where known.insert(id).inserted {
                knots[stage].append(Knot(id, stage: stage))
            }
            strands += zip(way, way.dropFirst()).map {
                Strand(from: $0, to: $1, amount: flow.cents, measure: "cents")
            }
        }
        self.init(knots: knots.flatMap { $0 }, strands: strands)
    }
}

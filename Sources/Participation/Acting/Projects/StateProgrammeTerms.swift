// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What a state programme says beside what every project does. Nothing is taken for nought: what nobody has stated is
/// unknown. The amounts are what the programme states of itself; they are no entries of the ledger and never added to
/// one another.
public struct StateProgrammeTerms: Equatable, Sendable {
    /// The law or guideline that it rests on.
    public let legalBasis: String?
    /// In all of the state.
    public let totalVolumeCents: Int64?
    /// What of it reaches the region; stated with how it was computed.
    public let regionShareCents: Int64?
    public let regionShareMethod: String?

    init(row: Row) throws {
        legalBasis = try row.get("legal_basis")
        totalVolumeCents = try row.get("total_volume_cents")
        regionShareCents = try row.get("region_share_cents")
        regionShareMethod = try row.get("region_share_method")
    }

    static let columns: SQL = "p.legal_basis, p.total_volume_cents, p.region_share_cents, p.region_share_method"
}

extension ProgrammePillar {
    /// The package key of the third pillar.
    public static let stateProgrammes = "landesprogramm"
}

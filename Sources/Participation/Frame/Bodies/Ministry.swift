// SPDX-License-Identifier: EUPL-1.2

/// A ministry with its part in the programme.
public struct Ministry: Sendable {
    public let id: String
    /// The last part of its address, usually the abbreviation.
    public let key: String
    public let abbreviation: String
    public let name: String
    public let role: String?
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    /// Which ministry took over; several are written `MUNV / MLV`.
    public let successor: String?
    public let confidence: Confidence?
    /// How many public projects it leads.
    public let projects: Int64
}

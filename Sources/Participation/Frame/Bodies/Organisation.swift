// SPDX-License-Identifier: EUPL-1.2

/// A body outside or below the ministries, as the list shows it.
public struct OrganisationListing: Sendable {
    public let id: String
    public let number: Int64
    public let name: String
    /// A key of the table `organisation_kind`.
    public let kind: String
    public let abbreviation: String?
    public let place: String?
    /// Public projects that name it as a partner.
    public let projects: Int64

    public enum Order: String, CaseIterable, Sendable {
        case name
        /// Those that most projects name first.
        case projects = "projekte"
    }
}

/// A body with what is known of it.
public struct Organisation: Sendable {
    public let id: String
    public let number: Int64
    public let name: String
    public let kind: String
    public let abbreviation: String?
    public let description: String?
    public let website: String?
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    public let place: Place?
    public let predecessors: [Succession]
    /// Public organisations that name this one as a predecessor.
    public let successors: [MatterSummary]
    public let memberships: [Membership]

    public struct Place: Sendable {
        public let ags: String
        public let name: String
    }

    /// A body that came before; the name stands as the source wrote it.
    public struct Succession: Sendable {
        public let name: String
        public let effectiveOn: PartialDate?
        public let note: String?
        /// The predecessor's own number, where it is recorded as an organisation.
        public let number: Int64?
    }

    public struct Membership: Sendable {
        public let forum: MatterSummary
        public let function: String?
    }
}

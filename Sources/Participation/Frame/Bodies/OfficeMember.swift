// SPDX-License-Identifier: EUPL-1.2

/// What somebody is in an office.
public enum OfficePart: String, CaseIterable, Sendable {
    case head, deputy, member
}

/// Somebody who belongs to an office for a time. Never public: pages name the office.
public struct OfficeMember: Equatable, Sendable {
    public let person: String
    public let displayName: String
    public let email: EmailAddress?
    public let part: OfficePart
    public let startsOn: PartialDate
    public let endsOn: PartialDate?
}

// SPDX-License-Identifier: EUPL-1.2

/// How much work a year the projects of somebody are likely to make here, and what that is reckoned from.
public struct ProjectWorkload: Equatable, Sendable {
    /// Reports that fall due within twelve months in the rhythms of running projects.
    public let reports: Int64
    /// Milestones that are expected within twelve months.
    public let milestones: Int64
    /// Projects whose money ends within twelve months, so that it has to be decided what follows.
    public let fundingEnds: Int64

    /// What each is reckoned with: a short form on a phone, its release included; a date that is confirmed or moved;
    /// a choice with its reason.
    public static let minutesPerReport: Int64 = 15
    public static let minutesPerMilestone: Int64 = 5
    public static let minutesPerFundingEnd: Int64 = 60

    public var minutes: Int64 {
        reports * Self.minutesPerReport + milestones * Self.minutesPerMilestone
            + fundingEnds * Self.minutesPerFundingEnd
    }

    /// In whole hours, rounded up: nobody plans for less.
    public var hours: Int64 { (minutes + 59) / 60 }
}

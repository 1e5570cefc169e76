// SPDX-License-Identifier: EUPL-1.2

/// What holds in a consultation: who may answer, on which versions, until when. Read by those who run it and by those
/// who answer, whether it is public yet or not.
public struct ConsultationRules: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let number: Int64
    public let kind: ConsultationKind
    public let title: String
    public let state: ConsultationState
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    public let fileNumber: String?
    /// When the answers are meant to be published.
    public let publishOn: PartialDate?
    /// The names of those who are asked, as on the invitation. Nobody else may answer, except in a townhall.
    public let invited: [String]
    public let extensions: [Extension]
    public let documents: [Document]
    /// Fields of action in the making on which people are heard beside proposals.
    public var heardFields: [HeardField] = []
    /// Who of those invited came to the conference; settled since a day, or still open.
    public var attended: [String] = []
    public var attendanceSettledOn: PartialDate?

    /// More time for one of those invited, or for all.
    public struct Extension: Equatable, Sendable {
        public let name: String?
        public let endsOn: PartialDate
        public let reason: String
    }

    /// A proposal in the version on which people are heard.
    public struct Document: Equatable, Sendable {
        public let proposalID: String
        public let number: Int64
        public let title: String
        /// Nil while the proposal has no version to speak of.
        public let version: Int64?
        public let ministryID: String?
    }

    /// Weeks that associations usually get to answer (KonnexAG § 7, § 47 GGO).
    public static let usualDays = 28

    /// Whether everybody may answer, and not only those who were invited.
    public var isOpenToAll: Bool { kind == .townhall }
}

/// Where a consultation stands for somebody who wants to answer.
public enum AnsweringTime: Equatable, Sendable {
    case notYet
    case open
    case over
    /// Called off.
    case none
}

extension ConsultationRules {
    /// The last day on which somebody may answer, until 24:00 in Berlin; nil for no end.
    public func deadline(for party: StatementParty) -> PartialDate? {
        let own = extensions.filter { $0.name.map(party.isMeant) ?? true }.map(\.endsOn)
        guard let endsOn else { return nil }
        return own.max().map { max($0, endsOn) } ?? endsOn
    }

    /// The last day on which anybody may answer.
    public var lastDay: PartialDate? {
        guard let endsOn else { return nil }
        return extensions.map(\.endsOn).max().map { max($0, endsOn) } ?? endsOn
    }

    /// Dates hold to the second by the server's clock, whether or not somebody has already moved the state along.
    public func time(for party: StatementParty, at now: Moment) -> AnsweringTime {
        switch state {
        case .cancelled: .none
        case .closed, .evaluated, .published: .over
        case .planned:
            startsOn.map { $0.text <= now.day.text } ?? false ? time(until: deadline(for: party), at: now) : .notYet
        case .open: time(until: deadline(for: party), at: now)
        }
    }

    private func time(until deadline: PartialDate?, at now: Moment) -> AnsweringTime {
        guard let deadline else { return .open }
        return now.day.firstDay <= deadline.lastDay ? .open : .over
    }

    /// Whether somebody was asked to answer.
    public func isInvited(_ party: StatementParty) -> Bool {
        isOpenToAll || invited.contains { party.isMeant(by: $0) }
    }
}

extension ConsultationRules {
    /// Whether associations get less than the usual time.
    public var isShort: Bool {
        guard kind == .associationHearing, let startsOn, let endsOn else { return false }
        return endsOn.lastDay - startsOn.firstDay + 1 < Self.usualDays
    }
}

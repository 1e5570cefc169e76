// SPDX-License-Identifier: EUPL-1.2

/// What an office owes the public: an answer, an assessment, a report, by a day that is known to all.
public struct Duty: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let kind: DutyKind
    /// The matter to which something is owed; nil while it is not public.
    public let matter: MatterSummary?
    public let office: DutyOffice
    public let dueOn: PartialDate
    public let state: DutyState
    public let metOn: PartialDate?
    public let reason: String?

    /// Whether it should have been done before this day and is not.
    /// - Parameter today: a whole day, such as `2026-11-23`
    public func isOverdue(on today: String) -> Bool {
        state == .open && dueOn.text < today
    }

    /// Whether it was done by its day; nil while it is not done.
    public var wasMetInTime: Bool? { metOn.map { $0 <= dueOn } }
}

/// The office that owes; a person is never named.
public struct DutyOffice: Equatable, Sendable {
    public let id: String
    public let key: String
    public let name: String
    /// The ministry or organisation the office is a part of.
    public let body: String?
}

/// What the list of duties is narrowed to.
public struct DutySelection: Equatable, Sendable {
    public var office: String?
    public var standing: DutyStanding?

    public init() {}
}

/// The order of the list of duties.
public enum DutyOrder: String, CaseIterable, Sendable {
    /// Open ones first, the longest overdue on top.
    case due = "frist"
    case office = "stelle"
    case newest = "neueste"
}

/// How a duty stands for a reader: an open one is overdue or still has time.
public enum DutyStanding: String, CaseIterable, Sendable {
    case overdue = "ueberfaellig"
    case open = "offen"
    case met = "erfuellt"
    case passedOn = "weitergegeben"
    case lapsed = "verfallen"
    case resting = "ruht"
}

/// How the duties of a programme stand together. There is no figure for a single office or person.
public struct DutyTally: Equatable, Sendable {
    public let all: Int64
    public let open: Int64
    public let overdue: Int64
    public let met: Int64
    public let metInTime: Int64

    /// In parts of a thousand; nil where nothing has been met yet.
    public var shareInTime: Int64? { met > 0 ? metInTime * 1000 / met : nil }
}

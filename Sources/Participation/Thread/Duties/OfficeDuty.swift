// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What an office owes, as those see it who owe it: what is owed inside the house, too, and matters that are not public
/// yet.
public struct OfficeDuty: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let kind: DutyKind
    public let isOwedToPublic: Bool
    public let office: DutyOffice
    public let matter: MatterSummary
    /// Where a point of a statement stands, for what is owed to one.
    public let point: OfficePoint?
    public let dueOn: PartialDate
    public let state: DutyState
    public let metOn: PartialDate?
}

/// The place of a point among those of its consultation.
public struct OfficePoint: Equatable, Sendable {
    public let consultation: Int64
    public let place: SynopsisPlace
}

/// The duties that somebody has to see to: those of their offices, or of a whole programme.
public struct DutyDesk: Equatable, Sendable {
    public let programme: String
    public let offices: [DutyOffice]
    /// Whether these are all offices of the programme.
    public let isWhole: Bool

    /// How much is owed before the list is narrowed.
    public struct Tally: Equatable, Sendable {
        public let open: Int64
        public let overdue: Int64
    }

    /// Members see what their own offices owe, deputies as well; who works for a ministry sees what its offices owe;
    /// the programme office sees everything.
    ///
    /// - Throws: `Refusal` for whoever has nothing to do with any office
    public static func of(
        _ visitor: Visitor, in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> DutyDesk {
        let own = try DutyOffice.list(ofMember: visitor.person?.id ?? "", in: programme, on: day, db)
        try visitor.maySeeDuties(in: programme, asMember: !own.isEmpty).check()
        if visitor.seesAllDuties(in: programme) {
            return DutyDesk(programme: programme, offices: try DutyOffice.all(in: programme, db), isWhole: true)
        }
        guard own.isEmpty else { return DutyDesk(programme: programme, offices: own, isWhole: false) }
        let ministries = visitor.roles(in: programme).filter { $0.role == .ministryOfficer }.compactMap(\.matter)
        let offices = try DutyOffice.list(ofMinistries: ministries, in: programme, db)
        return DutyDesk(programme: programme, offices: offices, isWhole: false)
    }
}

/// What the list of an office's duties is narrowed to.
public struct DutyDeskSelection: Equatable, Sendable {
    /// The key of an office.
    public var office: String?
    public var kind: DutyKind?
    public var standing: DutyDeskStanding = .open

    public init() {}
}

/// How a duty stands for those who owe it.
public enum DutyDeskStanding: String, CaseIterable, Sendable {
    case open = "offen"
    case overdue = "ueberfaellig"
    /// Due within a week.
    case soon = "bald"
    case resting = "ruht"
    case met = "erfuellt"
    /// Passed on to another office, or lapsed.
    case gone = "weggefallen"

    public static let soonDays = 7
}

extension Visitor {
    /// To see what offices owe, the inside of the house included.
    ///
    /// - Parameter asMember: whether the visitor belongs to an office of the programme today
    public func maySeeDuties(in programme: String, asMember: Bool) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if asMember || seesAllDuties(in: programme) { return .allowed }
        return roles(in: programme).contains { $0.role == .ministryOfficer }
            ? .allowed : .refused("duties-only-for-offices")
    }

    /// Whether somebody watches over all offices of a programme.
    public func seesAllDuties(in programme: String) -> Bool {
        holds(anyOf: [.programmeOffice, .administrator], in: programme)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What moves when one office takes over from another.
public struct HandOverContents: Equatable, Sendable {
    /// What is open or rests, by its day; the first ones.
    public let duties: [OfficeDuty]
    public let dutyCount: Int64
    public let responsibilities: [HeldResponsibility]
    /// Points of statements that wait for an assessment.
    public let points: Int64
    /// Answers that wait for release.
    public let drafts: Int64

    public var isEmpty: Bool { dutyCount == 0 && responsibilities.isEmpty && points == 0 && drafts == 0 }

    static let longest: Int64 = 50
}

/// What was typed to hand everything over.
public struct HandOverForm: Equatable, Sendable {
    /// The key of the office that takes over.
    public var office: String?
    public var effectiveOn: String?
    public var reason: String?

    public init(office: String? = nil, effectiveOn: String? = nil, reason: String? = nil) {
        self.office = office
        self.effectiveOn = effectiveOn
        self.reason = reason
    }

    public enum Field {
        public static let office = "stelle"
        public static let effectiveOn = "tag"
        public static let reason = "grund"
    }

    /// The furthest day, counted from today.
    public static let mostDays = 366

    func validated(
        from giver: DutyOffice, among offices: [DutyOffice], on today: PartialDate
    ) throws(InvalidForm) -> (taker: DutyOffice, day: PartialDate, reason: String) {
        var check = FormCheck()
        let taker = offices.first { $0.key == office && $0.id != giver.id }
        if taker == nil { check.add(Field.office, "handover-office-missing") }
        let day = effectiveOn.flatMap(PartialDate.init).flatMap { $0.precision == .day ? $0 : nil }
        if let day {
            if day < today { check.add(Field.effectiveOn, "handover-day-past") }
            if day.firstDay > today.firstDay + Self.mostDays {
                check.add(Field.effectiveOn, "day-too-far", limit: Self.mostDays)
            }
        } else {
            check.add(Field.effectiveOn, "day-missing")
        }
        let why = check.passage(reason, field: Field.reason, missing: "reason-missing", limit: 600)
        try check.finish()
        guard let taker, let day, let why else { throw InvalidForm([.init(Field.office, "handover-office-missing")]) }
        return (taker, day, why)
    }
}

/// One office hands over everything to another on a day, with a reason.
public struct HandOver: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let giver: DutyOffice
    public let taker: DutyOffice
    public let effectiveOn: PartialDate
    public let reason: String
    let decidedBy: String
    public let isDone: Bool
}

/// What both offices are told.
public struct HandOverNews: Equatable, Sendable {
    public let handOver: HandOver
    public let contents: HandOverContents
    public let language: String
}

/// The programme office decides that one office takes over from another. On its day, which may be today, duties,
/// responsibilities, points to assess and answers that wait for release move in one transaction; days stay as they were
/// promised. Members of both offices are told at once.
public struct HandOverOffice: Sendable {
    private let form: HandOverForm
    private let giver: DutyOffice
    private let programme: String

    public init(_ form: HandOverForm, from giver: DutyOffice, in programme: String) {
        self.form = form
        self.giver = giver
        self.programme = programme
    }

    /// - Parameter compose: writes the mails
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (HandOverNews) throws -> Letter
    ) throws {
        let person = try visitor.person(if: visitor.mayRunOffices(in: programme))
        let offices = try DutyOffice.all(in: programme, db)
        let (taker, day, reason) = try form.validated(from: giver, among: offices, on: now.day)
        let handOver = HandOver(
            id: Digest.random(bytes: 16), programme: programme, giver: giver, taker: taker, effectiveOn: day,
            reason: reason, decidedBy: person.id, isDone: day <= now.day)
        try handOver.insert(at: now, in: db)
        try handOver.tell(try HandOverContents.load(of: giver.id, on: now.day, db), at: now, in: db, compose)
        if handOver.isDone { try handOver.carryOut(at: now, in: db) }
    }
}

/// Does the hand-overs whose day has come, one at a time.
public struct FollowHandOvers: Sendable {
    public init() {}

    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        try HandOver.next(on: now.day, in: db) != nil
    }

    /// - Returns: whether others are due
    public func run(at now: Moment, in db: Connection, compose: (HandOverNews) throws -> Letter) throws -> Bool {
        guard let handOver = try HandOver.next(on: now.day, in: db) else { return false }
        try handOver.tell(
            try HandOverContents.load(of: handOver.giver.id, on: now.day, db), at: now, in: db, compose)
        try handOver.carryOut(at: now, in: db)
        return true
    }
}

/// A hand-over that lies ahead is called off.
public struct CancelHandOver: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    /// False when it is done or gone.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Bool {
        try visitor.mayRunOffices(in: programme).check()
        return try HandOver.cancel(id, in: programme, at: now, db)
    }
}

extension HandOver {
    fileprivate func tell(
        _ contents: HandOverContents, at now: Moment, in db: Connection, _ compose: (HandOverNews) throws -> Letter
    ) throws {
        let members = try [giver, taker].flatMap { try OfficeRecipient.members(of: $0.id, on: now.day, in: db) }
        var told: Set<String> = []
        for recipient in members where told.insert(recipient.person).inserted {
            let letter = try compose(HandOverNews(handOver: self, contents: contents, language: recipient.language))
            try PostMail(
                to: recipient.email, letter, cause: "office_handover", language: recipient.language,
                person: recipient.person, programme: programme
            ).run(at: now, in: db)
        }
    }

    /// In the name of whoever decided it.
    fileprivate func carryOut(at now: Moment, in db: Connection) throws {
        let actor = try Person.find(decidedBy, in: db)?.actor ?? JournalEntry.system
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        for duty in try HandOverContents.dutyIDs(of: giver.id, db) {
            try writing.change(DutyRecord.self, duty) { $0.office = taker.key }
        }
        for statement in try HandOverContents.statements(withPointsOf: giver.id, db) {
            try writing.change(StatementRecord.self, statement) { record in
                for index in record.points.indices where record.points[index].isOpen(for: giver.key) {
                    record.points[index].office = taker.key
                }
            }
        }
        try passOnResponsibilities(&writing, on: now.day)
        try HandOverContents.moveDrafts(from: giver.id, to: taker.id, db)
        try markDone(at: now, in: db)
    }

    /// The giver was responsible up to the day before; the taker is from the day on, as long as the giver would have
    /// been.
    private func passOnResponsibilities(_ writing: inout MatterWriting, on day: PartialDate) throws {
        var taken: [ResponsibilityRecord] = []
        try writing.change(OfficeRecord.self, giver.id) { record in
            taken = record.responsibilities.filter { $0.holds(onOrAfter: day) }
            record.responsibilities = record.responsibilities.compactMap {
                $0.holds(onOrAfter: day) ? $0.ending(before: day) : $0
            }
        }
        guard !taken.isEmpty else { return }
        try writing.change(OfficeRecord.self, taker.id) { record in
            for responsibility in taken {
                let start = responsibility.period?.start
                var own = responsibility
                own.period = Period(
                    start: start.map { $0.firstDay > day.firstDay ? $0 : day } ?? day, end: responsibility.period?.end)
                own.reason = reason
                record.responsibilities.append(own)
            }
        }
    }
}

extension PointRecord {
    /// Whether an office still has to assess the point.
    fileprivate func isOpen(for office: String) -> Bool {
        guard self.office == office else { return false }
        switch state {
        case .received, .assigned, .assessed, .agreed: return true
        case .released, .published: return false
        }
    }
}

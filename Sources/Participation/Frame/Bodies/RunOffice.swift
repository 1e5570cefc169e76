// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The programme office makes an office, so that somebody can owe an answer.
public struct CreateOffice: Sendable {
    private let form: OfficeForm
    private let programme: String

    public init(_ form: OfficeForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// - Returns: the key of the office
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> String {
        let person = try visitor.person(if: visitor.mayRunOffices(in: programme))
        let ministries = try Ministry.list(in: programme, db).map(\.key)
        let (name, ministry) = try form.validated(ministries: ministries)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        var office = OfficeRecord()
        office.id = MatterWriting.newKey(.office)
        office.name = name
        office.ministry = ministry
        _ = try writing.create(office, isPublic: true)
        return office.id
    }
}

/// Somebody becomes head, deputy or member of an office for a time. Whoever has no account yet gets one, and is invited
/// by a mail with a link that signs in once.
public struct AddOfficeMember: Sendable {
    private let form: OfficeMemberForm
    private let office: DutyOffice
    private let programme: String
    private let language: String

    /// What the mail has to say.
    public struct Notification: Sendable {
        public let office: DutyOffice
        public let part: OfficePart
        public let startsOn: PartialDate
        public let language: String
        /// Signs in once; nil for somebody who has an account.
        public let invitation: Secret?
    }

    /// - Parameter language: in which mails to a new person are written
    public init(_ form: OfficeMemberForm, to office: DutyOffice, in programme: String, language: String) {
        self.form = form
        self.office = office
        self.programme = programme
        self.language = language
    }

    /// - Parameter compose: writes the mail
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (Notification) throws -> Letter
    ) throws {
        try visitor.mayRunOffices(in: programme).check()
        let draft = try form.validated(on: now.day)
        let known = try Person.find(email: draft.email, in: db)
        let person = known ?? Person.new(email: draft.email, language: language, at: now)
        if known == nil { try person.insert(in: db) }
        guard try !OfficeMember.overlaps(person.id, office.id, draft.time, in: db) else {
            throw InvalidForm([.init(OfficeMemberForm.Field.email, "office-member-already")])
        }
        try OfficeMember.insert(person.id, office.id, draft.part, draft.time, in: db)
        let invitation =
            known == nil
            ? try SignInLink.make(
                for: draft.email, language: language, onward: nil, browser: nil, minutes: GiveRole.invitationMinutes,
                at: now, in: db
            ).token : nil
        let letter = try compose(
            Notification(
                office: office, part: draft.part, startsOn: draft.time.start, language: person.language,
                invitation: invitation))
        try PostMail(
            to: draft.email, letter, cause: "office_member", language: person.language, person: person.id,
            programme: programme, isSecret: invitation != nil,
            worthlessFrom: invitation.map { _ in now.later(bySeconds: GiveRole.invitationMinutes * 60) }
        ).run(at: now, in: db)
    }
}

/// Somebody leaves an office: they belonged to it up to yesterday, or, if only since today, never. What they could do
/// for its ministry ends with it, and so do their sessions.
public struct EndOfficeMember: Sendable {
    private let office: DutyOffice
    private let programme: String
    private let person: String
    private let startsOn: String

    public init(_ person: String, since startsOn: String, of office: DutyOffice, in programme: String) {
        self.person = person
        self.startsOn = startsOn
        self.office = office
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        try visitor.mayRunOffices(in: programme).check()
        let yesterday = PartialDate(day: now.day.firstDay - 1)
        try OfficeMember.end(person, office.id, since: startsOn, on: yesterday, in: db)
        try Session.deleteAll(of: person, in: db)
    }
}

/// An office becomes responsible for something, for a time.
public struct AddResponsibility: Sendable {
    private let form: ResponsibilityForm
    private let office: DutyOffice
    private let programme: String

    public init(_ form: ResponsibilityForm, of office: DutyOffice, in programme: String) {
        self.form = form
        self.office = office
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayRunOffices(in: programme))
        let choices = try RoleMatterChoice.responsibilities(in: programme, db)
        let (matter, time, reason) = try form.validated(among: choices, on: now.day)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(OfficeRecord.self, office.id) { record in
            var responsibility = ResponsibilityRecord()
            responsibility.matter = matter
            responsibility.period = time.period
            responsibility.reason = reason
            record.responsibilities.append(responsibility)
        }
    }
}

/// A responsibility ends: it held up to yesterday.
public struct EndResponsibility: Sendable {
    private let matter: String
    private let office: DutyOffice
    private let programme: String

    /// - Parameter matter: what it was for, as the form wrote it: `forum/3`
    public init(_ matter: String, of office: DutyOffice, in programme: String) {
        self.matter = matter
        self.office = office
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayRunOffices(in: programme))
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(OfficeRecord.self, office.id) { record in
            record.responsibilities = record.responsibilities.compactMap {
                $0.matter?.text == matter && $0.holds(onOrAfter: now.day) ? $0.ending(before: now.day) : $0
            }
        }
    }
}

extension ResponsibilityRecord {
    /// Whether it holds on a day or begins later.
    func holds(onOrAfter day: PartialDate) -> Bool {
        guard let end = period?.end else { return true }
        return end.lastDay >= day.firstDay
    }

    /// The same up to the day before; nil when it would never have held.
    func ending(before day: PartialDate) -> ResponsibilityRecord? {
        if let start = period?.start, start.firstDay >= day.firstDay { return nil }
        var ended = self
        ended.period = Period(start: period?.start, end: PartialDate(day: day.firstDay - 1))
        return ended
    }
}

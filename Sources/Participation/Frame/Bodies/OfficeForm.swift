// SPDX-License-Identifier: EUPL-1.2

/// What was typed to make an office.
public struct OfficeForm: Equatable, Sendable {
    public var name: String?
    /// The key of the ministry it is a part of.
    public var ministry: String?

    public init(name: String? = nil, ministry: String? = nil) {
        self.name = name
        self.ministry = ministry
    }

    public enum Field {
        public static let name = "name"
        public static let ministry = "ressort"
    }

    public static let longestName = 120

    func validated(ministries: [String]) throws(InvalidForm) -> (name: String, ministry: String) {
        var check = FormCheck()
        let line = check.line(name, field: Field.name, missing: "office-name-missing", limit: Self.longestName)
        let chosen = ministries.first { $0 == ministry }
        if chosen == nil { check.add(Field.ministry, "office-ministry-missing") }
        try check.finish()
        return (line ?? "", chosen ?? "")
    }
}

/// What was typed to make somebody a part of an office.
public struct OfficeMemberForm: Equatable, Sendable {
    public var email: String?
    public var part: String?
    public var startsOn: String?
    public var endsOn: String?

    public init(email: String? = nil, part: String? = nil, startsOn: String? = nil, endsOn: String? = nil) {
        self.email = email
        self.part = part
        self.startsOn = startsOn
        self.endsOn = endsOn
    }

    public enum Field {
        public static let email = "email"
        public static let part = "teil"
        public static let startsOn = "ab"
        public static let endsOn = "bis"
    }

    struct Draft {
        let email: EmailAddress
        let part: OfficePart
        let time: OfficeTime
    }

    func validated(on today: PartialDate) throws(InvalidForm) -> Draft {
        var check = FormCheck()
        let line = check.line(email, field: Field.email, missing: "email-missing", limit: EmailAddress.longest)
        let address = line.flatMap { EmailAddress($0) }
        if line != nil, address == nil { check.add(Field.email, "email-invalid") }
        let chosen = part.flatMap(OfficePart.init)
        if chosen == nil { check.add(Field.part, "unknown-choice") }
        let time = OfficeTime(startsOn, endsOn, on: today, fields: (Field.startsOn, Field.endsOn), &check)
        try check.finish()
        guard let address, let chosen else { throw InvalidForm([.init(Field.email, "email-missing")]) }
        return Draft(email: address, part: chosen, time: time)
    }
}

/// What was typed to make an office responsible for something.
public struct ResponsibilityForm: Equatable, Sendable {
    /// `forum/3`
    public var matter: String?
    public var startsOn: String?
    public var endsOn: String?
    public var reason: String?

    public init(matter: String? = nil, startsOn: String? = nil, endsOn: String? = nil, reason: String? = nil) {
        self.matter = matter
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.reason = reason
    }

    public enum Field {
        public static let matter = "wofuer"
        public static let startsOn = "zustaendig-ab"
        public static let endsOn = "zustaendig-bis"
        public static let reason = "grund"
    }

    func validated(
        among choices: [RoleMatterChoice], on today: PartialDate
    ) throws(InvalidForm) -> (matter: MatterReference, time: OfficeTime, reason: String?) {
        var check = FormCheck()
        let chosen = choices.first { $0.value == matter }
        if chosen == nil { check.add(Field.matter, "responsibility-missing") }
        let time = OfficeTime(startsOn, endsOn, on: today, fields: (Field.startsOn, Field.endsOn), &check)
        let reason = check.optionalLine(reason, field: Field.reason, limit: 300)
        try check.finish()
        guard let chosen else { throw InvalidForm([.init(Field.matter, "responsibility-missing")]) }
        return (MatterReference(chosen.kind, chosen.key), time, reason)
    }
}

/// From when to when something holds; from today on unless something else was typed.
struct OfficeTime: Equatable, Sendable {
    let start: PartialDate
    let end: PartialDate?

    init(
        _ start: String?, _ end: String?, on today: PartialDate, fields: (start: String, end: String),
        _ check: inout FormCheck
    ) {
        let first = Self.day(start)
        if start != nil, first == nil { check.add(fields.start, "no-date") }
        let last = Self.day(end)
        if end != nil, last == nil { check.add(fields.end, "no-date") }
        if let last, last < first ?? today { check.add(fields.end, "office-ends-before-start") }
        self.start = first ?? today
        self.end = last
    }

    private static func day(_ typed: String?) -> PartialDate? {
        typed.flatMap(PartialDate.init).flatMap { $0.precision == .day ? $0 : nil }
    }

    var period: Period { Period(start: start, end: end) }
}

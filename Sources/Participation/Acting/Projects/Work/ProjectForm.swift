// SPDX-License-Identifier: EUPL-1.2

/// What was typed about a project.
public struct ProjectForm: Equatable, Sendable {
    public var title: String?
    public var description: String?
    public var pillar: String?
    public var field: String?
    public var ministry: String?
    public var office: String?
    public var goals: [String] = []
    public var isRegionWide = false
    public var municipalities: [String] = []
    /// A partner in each line, with its role after a colon.
    public var partners: String?
    public var startsOn: String?
    public var endsOn: String?
    public var fundingEndsOn: String?
    public var contact: String?
    public var reportMonths: String?
    public var stateProgramme = StateProgrammeForm()

    public init() {}

    /// The fields by the names they have in the form.
    public enum Field {
        public static let title = "titel"
        public static let description = "beschreibung"
        public static let pillar = "saeule"
        public static let field = "handlungsfeld"
        public static let ministry = "ressort"
        public static let office = "stelle"
        public static let goals = "ziel"
        public static let isRegionWide = "region"
        public static let municipalities = "kommune"
        public static let partners = "partner"
        public static let startsOn = "beginn"
        public static let endsOn = "ende"
        public static let fundingEndsOn = "foerderende"
        public static let contact = "kontakt"
        public static let reportMonths = "rhythmus"
    }

    /// How many months may lie between two reports; a quarter is usual.
    public static let rhythms: [Int64] = [1, 3, 6, 12]
    public static let usualRhythm: Int64 = 3

    /// The same once it has been checked.
    struct Facts: Sendable {
        let title: String
        let description: String
        let pillar: String
        let field: String?
        let ministry: String
        let office: String?
        let goals: [String]
        let isRegionWide: Bool
        let municipalities: [String]
        let partners: [(name: String, role: String?)]
        let period: Period
        let fundingEndsOn: PartialDate?
        let contact: String?
        let reportMonths: Int64
        let stateProgramme: StateProgrammeForm.Facts
    }

    /// - Parameters:
    ///   - pillars: among which one is chosen
    ///   - hasDistricts: it names whole districts, which stay; then no municipality is needed
    func validated(
        _ choices: ProjectFormChoices, pillars: [MatterChoice], earliestMilestone: PartialDate?,
        hasDistricts: Bool = false
    ) throws(InvalidForm) -> Facts {
        var check = FormCheck()
        let title = check.line(title, field: Field.title, missing: "title-missing", limit: 200)
        let description = check.passage(
            description, field: Field.description, missing: "project-description-missing", limit: 3000)
        let pillar = Self.choice(pillar, pillars.map(\.key), Field.pillar, missing: "pillar-missing", &check)
        let ministry = Self.choice(
            ministry, choices.ministries.map(\.key), Field.ministry, missing: "ministry-missing", &check)
        let field = Self.choice(field, choices.fields.map(\.key), Field.field, missing: nil, &check)
        let office = Self.choice(office, choices.offices.map(\.key), Field.office, missing: nil, &check)
        let goals = Self.chosen(goals, choices.goals, Field.goals, &check)
        let places = Self.chosen(municipalities, choices.municipalities, Field.municipalities, &check)
        if places.isEmpty, !isRegionWide, !hasDistricts { check.add(Field.municipalities, "project-places-missing") }
        let partners = partners(&check)
        let period = period(earliestMilestone: earliestMilestone, &check)
        let funding = day(fundingEndsOn, Field.fundingEndsOn, &check)
        let contact = check.optionalLine(contact, field: Field.contact, limit: 200)
        if let contact, contact.contains("@"), contact.contains(where: \.isWhitespace) {
            check.add(Field.contact, "contact-by-function")
        }
        let months = reportMonths.flatMap { Int64($0) }
        if let months, !Self.rhythms.contains(months) { check.add(Field.reportMonths, "unknown-choice") }
        let terms = stateProgramme.validated(for: pillar, &check)
        try check.finish()
        guard let title, let description, let pillar, let ministry else { throw InvalidForm([]) }
        return Facts(
            title: title, description: description, pillar: pillar, field: field, ministry: ministry, office: office,
            goals: goals, isRegionWide: isRegionWide, municipalities: places, partners: partners, period: period,
            fundingEndsOn: funding, contact: contact, reportMonths: months ?? Self.usualRhythm,
            stateProgramme: terms)
    }

    private static func choice(
        _ typed: String?, _ known: [String], _ field: String, missing: String?, _ check: inout FormCheck
    ) -> String? {
        guard let typed else {
            if let missing { check.add(field, missing) }
            return nil
        }
        guard known.contains(typed) else {
            check.add(field, "unknown-choice")
            return nil
        }
        return typed
    }

    private static func chosen(
        _ typed: [String], _ known: [MatterChoice], _ field: String, _ check: inout FormCheck
    ) -> [String] {
        let found = known.map(\.key).filter(typed.contains)
        if found.count != Set(typed).count { check.add(field, "unknown-choice") }
        return found
    }

    private func partners(_ check: inout FormCheck) -> [(name: String, role: String?)] {
        let lines = (partners ?? "").split(whereSeparator: \.isNewline).map(String.init)
        if lines.count > 60 { check.add(Field.partners, "too-many-partners", limit: 60) }
        var found: [(name: String, role: String?)] = []
        for line in lines.prefix(60) {
            guard let text = check.optionalLine(line, field: Field.partners, limit: 300) else { continue }
            let parts = text.split(separator: ":", maxSplits: 1).map { Self.trimmed($0) }
            guard let name = parts.first, !name.isEmpty, !found.contains(where: { $0.name == name }) else { continue }
            found.append((name, parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil))
        }
        return found
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private func period(earliestMilestone: PartialDate?, _ check: inout FormCheck) -> Period {
        let start = date(startsOn, Field.startsOn, &check)
        let end = date(endsOn, Field.endsOn, &check)
        if let start, let end, end.lastDay < start.firstDay { check.add(Field.endsOn, "end-before-start") }
        if let start, let earliestMilestone, earliestMilestone.lastDay < start.firstDay {
            check.add(Field.startsOn, "start-after-milestone")
        }
        return Period(start: start, end: end)
    }

    /// A date as exact as it is known.
    private func date(_ typed: String?, _ field: String, _ check: inout FormCheck) -> PartialDate? {
        guard let typed else { return nil }
        guard let date = PartialDate(typed) else {
            check.add(field, "no-partial-date")
            return nil
        }
        return date
    }

    private func day(_ typed: String?, _ field: String, _ check: inout FormCheck) -> PartialDate? {
        let date = date(typed, field, &check)
        guard let date, date.precision != .day else { return date }
        check.add(field, "no-date")
        return nil
    }
}

extension ProjectForm {
    /// A project as its form shows it.
    init(_ record: ProjectRecord) {
        self.init()
        title = record.title
        description = record.description
        pillar = record.pillar
        field = record.field
        ministry = record.ministry
        office = record.office
        goals = record.goals
        isRegionWide = record.isRegionWide
        municipalities = record.municipalities
        partners = record.partners.map { name in
            record.partnerRoles.first { $0.name == name }.map { "\(name): \($0.role)" } ?? name
        }.joined(separator: "\n")
        if partners?.isEmpty == true { partners = nil }
        startsOn = record.period?.start?.text
        endsOn = record.period?.end?.text
        fundingEndsOn = record.fundingEndsOn?.text
        contact = record.contact
        reportMonths = record.reportMonths.map { String($0) }
        stateProgramme = StateProgrammeForm(record)
    }

    /// The fields in which two forms differ, with the value of the other one.
    func differences(from other: ProjectForm) -> [(field: String, theirs: String)] {
        let pairs: [(String, String?, String?)] = [
            (Field.title, title, other.title), (Field.description, description, other.description),
            (Field.field, field, other.field), (Field.ministry, ministry, other.ministry),
            (Field.office, office, other.office),
            (Field.goals, Self.listed(goals), Self.listed(other.goals)),
            (Field.isRegionWide, isRegionWide ? "ja" : nil, other.isRegionWide ? "ja" : nil),
            (Field.municipalities, Self.listed(municipalities), Self.listed(other.municipalities)),
            (Field.partners, partners, other.partners), (Field.startsOn, startsOn, other.startsOn),
            (Field.endsOn, endsOn, other.endsOn), (Field.fundingEndsOn, fundingEndsOn, other.fundingEndsOn),
            (Field.contact, contact, other.contact), (Field.reportMonths, reportMonths, other.reportMonths),
        ]
        let terms = zip(stateProgramme.values, other.stateProgramme.values).map { ($0.field, $0.text, $1.text) }
        return (pairs + terms).filter { ($0.1 ?? "") != ($0.2 ?? "") }.map { ($0.0, $0.2 ?? "") }
    }

    private static func listed(_ keys: [String]) -> String { keys.sorted().joined(separator: ", ") }
}

extension ProjectForm.Facts {
    func fill(_ record: inout ProjectRecord) {
        record.title = title
        record.description = description
        record.pillar = pillar
        record.field = field
        record.ministry = ministry
        record.office = office
        record.goals = goals
        record.isRegionWide = isRegionWide
        record.municipalities = municipalities
        record.partners = partners.map(\.name)
        record.partnerRoles = partners.compactMap { partner in
            partner.role.map { PartnerRoleRecord(partner.name, $0) }
        }
        record.period = period.start == nil && period.end == nil ? nil : period
        record.fundingEndsOn = fundingEndsOn
        record.contact = contact
        record.reportMonths = reportMonths
        stateProgramme.fill(&record)
    }
}

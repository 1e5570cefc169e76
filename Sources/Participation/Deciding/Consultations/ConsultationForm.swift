// SPDX-License-Identifier: EUPL-1.2

/// What was typed about a consultation that is to be held.
public struct ConsultationForm: Equatable, Sendable {
    public var title: String?
    public var kind: String?
    public var startsOn: String?
    public var endsOn: String?
    public var fileNumber: String?
    public var audience: String?
    public var channel: String?
    public var use: String?
    public var publishOn: String?
    /// The numbers of proposals.
    public var proposals: [String] = []
    public var invited: [String] = []
    /// Whether people are heard on the fields of action in the making, too.
    public var hearsFields = false

    public init() {}

    /// The fields by the names they have in the form.
    public enum Field {
        public static let title = "titel"
        public static let kind = "art"
        public static let startsOn = "beginn"
        public static let endsOn = "ende"
        public static let fileNumber = "aktenzeichen"
        public static let audience = "wer"
        public static let channel = "weg"
        public static let use = "verwendung"
        public static let publishOn = "antworten"
        public static let proposals = "vorschlag"
        public static let invited = "eingeladen"
        public static let hearsFields = "handlungsfelder"
    }

    /// The same once it has been checked.
    public struct Plan: Equatable, Sendable {
        let title: String
        let kind: ConsultationKind
        let startsOn: PartialDate
        let endsOn: PartialDate
        let fileNumber: String
        let audience: String
        let channel: String
        let use: String
        let publishOn: PartialDate?
        let documents: [ConsultationRules.Document]
        let invited: [String]
    }

    public func validated(_ choices: ConsultationChoices) throws(InvalidForm) -> Plan {
        var check = FormCheck()
        let title = check.line(title, field: Field.title, missing: "title-missing", limit: 200)
        let kind = kind.flatMap(ConsultationKind.init)
        if kind == nil { check.add(Field.kind, "kind-missing") }
        let (start, end) = period(&check)
        let publishOn = publication(after: end, &check)
        let fileNumber = check.line(fileNumber, field: Field.fileNumber, missing: "file-number-missing", limit: 60)
        let audience = check.line(audience, field: Field.audience, missing: "audience-missing", limit: 200)
        let channel = check.line(channel, field: Field.channel, missing: "channel-missing", limit: 120)
        let use = check.passage(use, field: Field.use, missing: "use-missing", limit: 2000)
        let documents = documents(among: choices, &check)
        let invited = invited(kind, among: choices, &check)
        try check.finish()
        guard let title, let kind, let start, let end, let fileNumber, let audience, let channel, let use else {
            throw InvalidForm([])
        }
        return Plan(
            title: title, kind: kind, startsOn: start, endsOn: end, fileNumber: fileNumber, audience: audience,
            channel: channel, use: use, publishOn: publishOn, documents: documents, invited: invited)
    }

    private func period(_ check: inout FormCheck) -> (PartialDate?, PartialDate?) {
        let start = Self.day(startsOn, Field.startsOn, missing: "start-missing", &check)
        let end = Self.day(endsOn, Field.endsOn, missing: "end-missing", &check)
        if let start, let end, end < start { check.add(Field.endsOn, "end-before-start") }
        return (start, end)
    }

    private func publication(after end: PartialDate?, _ check: inout FormCheck) -> PartialDate? {
        guard publishOn != nil else { return nil }
        let day = Self.day(publishOn, Field.publishOn, missing: "day-missing", &check)
        if let day, let end, day <= end { check.add(Field.publishOn, "publication-before-end") }
        return day
    }

    static func day(
        _ typed: String?, _ field: String, missing: String, _ check: inout FormCheck
    ) -> PartialDate? {
        guard let typed else {
            check.add(field, missing)
            return nil
        }
        guard let date = PartialDate(typed), date.precision == .day else {
            check.add(field, "no-date")
            return nil
        }
        return date
    }

    private func documents(
        among choices: ConsultationChoices, _ check: inout FormCheck
    ) -> [ConsultationRules.Document] {
        let chosen = choices.proposals.filter { proposals.contains(String($0.number)) }
        if proposals.isEmpty {
            if hearsFields { return [] }
            check.add(Field.proposals, "documents-missing")
        } else if chosen.count != proposals.count {
            check.add(Field.proposals, "unknown-choice")
        } else if chosen.contains(where: { $0.version == nil }) {
            check.add(Field.proposals, "document-without-version")
        }
        return chosen
    }

    private func invited(
        _ kind: ConsultationKind?, among choices: ConsultationChoices, _ check: inout FormCheck
    ) -> [String] {
        guard let kind, kind != .townhall else { return [] }
        let known = kind == .municipalConference ? choices.municipalities : choices.organisations
        let chosen = known.filter(invited.contains)
        if chosen.isEmpty { check.add(Field.invited, "invited-missing") }
        return chosen
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An office answers a point with reasons, says what changes in the text, and asks other ministries whether they agree.
public struct AssessPoint: Sendable {
    private let place: SynopsisPlace
    private let number: Int64
    private let programme: String
    private let form: AssessmentForm

    public init(_ place: SynopsisPlace, in consultation: Int64, of programme: String, _ form: AssessmentForm) {
        self.place = place
        number = consultation
        self.programme = programme
        self.form = form
    }

    /// - Throws: `Outdated` when somebody else has changed the point meanwhile
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        guard let point = try SynopsisPoint.find(place, of: rules.id, db) else {
            throw ValueFault("there is no point \(place.text)")
        }
        let person = try visitor.person(if: visitor.mayAssess(pointOf: point.office?.ministryID, in: rules))
        try rules.mayBeWorkedOn.check()
        guard ![.released, .published].contains(point.state) else { throw Refusal("point-is-released") }
        guard point.answeredWith == nil else { throw Refusal("point-has-the-answer-of-another") }
        let assessment = try form.validated(try SynopsisChoices.load(in: programme, db))
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(place, revision: form.revision ?? "") { assessment.fill(&$0) }
    }
}

/// What was typed as the answer to a point.
public struct AssessmentForm: Equatable, Sendable {
    public var outcome: String?
    public var assessment: String?
    public var changeOld: String?
    public var changeNew: String?
    /// The keys of ministries that are to agree.
    public var ministries: [String] = []
    public var revision: String?

    public enum Field {
        public static let outcome = "ergebnis"
        public static let assessment = "abwaegung"
        public static let changeOld = "alt"
        public static let changeNew = "neu"
        public static let ministries = "mitzeichnung"
        public static let revision = "fassung"
    }

    public init() {}

    /// The same once it has been checked.
    struct Assessment {
        let outcome: PointOutcome
        let text: String
        let changeOld: String?
        let changeNew: String?
        let ministries: [String]
    }

    func validated(_ choices: SynopsisChoices) throws(InvalidForm) -> Assessment {
        var check = FormCheck()
        let outcome = outcome.flatMap(PointOutcome.init)
        if outcome == nil { check.add(Field.outcome, "outcome-missing") }
        let text = check.passage(assessment, field: Field.assessment, missing: "assessment-missing", limit: 20_000)
        let old = changeOld == nil ? nil : check.passage(changeOld, field: Field.changeOld, missing: "", limit: 20_000)
        let new = changeNew == nil ? nil : check.passage(changeNew, field: Field.changeNew, missing: "", limit: 20_000)
        if let outcome, old != nil || new != nil, ![.accepted, .inPart].contains(outcome) {
            check.add(Field.changeNew, "change-without-acceptance")
        }
        let known = choices.ministries.map(\.key).filter(ministries.contains)
        if known.count != Set(ministries).count { check.add(Field.ministries, "unknown-choice") }
        try check.finish()
        guard let outcome, let text else { throw InvalidForm([]) }
        return Assessment(outcome: outcome, text: text, changeOld: old, changeNew: new, ministries: known)
    }
}

extension AssessmentForm.Assessment {
    /// Whoever agreed, agreed to other words: with a changed answer all are asked again.
    fileprivate func fill(_ point: inout PointRecord) {
        let isSame =
            point.outcome == outcome && point.assessment == text && point.changeOld == changeOld
            && point.changeNew == changeNew
        let given = isSame ? point.signatures : []
        point.outcome = outcome
        point.assessment = text
        point.changeOld = changeOld
        point.changeNew = changeNew
        point.signatures = ministries.map { key in
            if let kept = given.first(where: { $0.ministry == key }) { return kept }
            var signature = PointSignatureRecord()
            signature.ministry = key
            return signature
        }
        point.state = .assessed
        point.agreeIfAllHave()
    }
}

extension PointRecord {
    /// A point is agreed once every ministry that was asked has agreed, or has had an answer to its dissent.
    mutating func agreeIfAllHave() {
        guard state == .assessed || state == .agreed, !signatures.isEmpty else { return }
        let isOpen = signatures.contains { $0.state == .open || ($0.state == .refused && $0.reply == nil) }
        state = isOpen ? .assessed : .agreed
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A consultation is set up, or changed before anybody can answer. It stays inside the house until it opens.
public struct PlanConsultation: Sendable {
    private let form: ConsultationForm
    private let programme: String
    private let number: Int64?

    /// - Parameter number: the consultation to change; nil for a new one
    public init(_ form: ConsultationForm, in programme: String, number: Int64? = nil) {
        self.form = form
        self.programme = programme
        self.number = number
    }

    /// - Returns: the number of the consultation
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        let person = try visitor.person(if: visitor.mayPlanConsultations(in: programme))
        let plan = try form.validated(try ConsultationChoices.load(in: programme, db))
        let fields = try heardFields(as: visitor, in: db)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let number else { return try create(plan, fields, &writing, at: now, in: db) }
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        try visitor.mayRun(rules).check()
        guard rules.state == .planned else { throw Refusal("consultation-has-begun") }
        let documents = try keys(of: plan.documents, in: db)
        try writing.change(ConsultationRecord.self, rules.id) { record in
            plan.fill(&record, documents)
            if let fields { record.fieldDrafts = fields }
        }
        return number
    }

    private func create(
        _ plan: ConsultationForm.Plan, _ fields: [HeardFieldRecord]?, _ writing: inout MatterWriting, at now: Moment,
        in db: Connection
    ) throws -> Int64 {
        var record = ConsultationRecord()
        record.offer.id = MatterWriting.newKey(.consultation)
        // Offers to take part and consultations share a file, but each kind counts its own numbers.
        record.offer.number = try writing.nextNumber(.consultation)
        plan.fill(&record, try keys(of: plan.documents, in: db))
        record.fieldDrafts = fields ?? []
        record.state = .planned
        record.add(.planned, on: now.day)
        _ = try writing.create(record, isPublic: false)
        return record.offer.number
    }

    /// What the board of the programme office says now. It belongs to that office, and so does hearing people on it:
    /// nil where others change the rest of the form.
    private func heardFields(as visitor: Visitor, in db: Connection) throws -> [HeardFieldRecord]? {
        let permission = visitor.mayDraftFields(in: programme)
        guard form.hearsFields else { return permission.isAllowed ? [] : nil }
        try permission.check()
        let fields = try HeardField.onBoard(of: programme, db)
        if fields.isEmpty { throw InvalidForm([.init(ConsultationForm.Field.hearsFields, "fields-missing")]) }
        return fields.map(HeardFieldRecord.init)
    }

    private func keys(of documents: [ConsultationRules.Document], in db: Connection) throws -> [String] {
        try documents.map { document in
            guard let matter = try MatterRow.find(document.proposalID, of: programme, in: db) else {
                throw ValueFault("there is no proposal \(document.proposalID)")
            }
            return matter.key
        }
    }
}

extension ConsultationForm.Plan {
    /// - Parameter documents: the keys of the proposals, in their order
    fileprivate func fill(_ record: inout ConsultationRecord, _ documents: [String]) {
        record.offer.title = title
        record.offer.kind = kind
        record.offer.start = startsOn
        record.offer.end = endsOn
        record.offer.audience = audience
        record.offer.channel = channel
        record.offer.useOfInput = use
        record.fileNumber = fileNumber
        record.publishOn = publishOn
        record.documents = documents
        record.invited = invited
        record.versions = zip(documents, self.documents).map { key, document in
            var version = FixedVersionRecord()
            version.proposal = key
            version.version = document.version ?? 0
            return version
        }
    }
}

extension ConsultationRecord {
    /// One step more in the history, which is public once the consultation is.
    mutating func add(_ state: ConsultationState, on day: PartialDate, because reason: String? = nil) {
        var step = StateChangeRecord<ConsultationState>()
        step.state = state
        step.effectiveOn = day
        step.reason = reason
        history.append(step)
    }
}

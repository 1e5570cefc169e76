// SPDX-License-Identifier: EUPL-1.2

import Storage

/// More time to answer, for one of those invited or for all, with a reason that becomes public.
public struct ExtendConsultation: Sendable {
    private let number: Int64
    private let programme: String
    private let name: String?
    private let endsOn: String?
    private let reason: String?

    public enum Field {
        public static let name = "fuer"
        public static let endsOn = "neues-ende"
        public static let reason = "begruendung"
    }

    /// - Parameter name: a name of the list of invitations; nil for all of them
    public init(
        _ number: Int64, in programme: String, for name: String?, until endsOn: String?, because reason: String?
    ) {
        self.number = number
        self.programme = programme
        self.name = name
        self.endsOn = endsOn
        self.reason = reason
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        let person = try visitor.person(if: visitor.mayRun(rules))
        guard [.planned, .open, .closed].contains(rules.state) else { throw Refusal("consultation-cannot-be-extended") }
        let (day, reason) = try validated(rules, on: now.day)
        var more = ExtensionRecord()
        more.name = name
        more.endsOn = day
        more.reason = reason
        let isReopened = rules.state == .closed
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(ConsultationRecord.self, rules.id) { record in
            record.extensions.append(more)
            guard isReopened else { return }
            record.state = .open
            record.add(.open, on: now.day, because: reason)
        }
    }

    private func validated(
        _ rules: ConsultationRules, on today: PartialDate
    ) throws(InvalidForm) -> (PartialDate, String) {
        var check = FormCheck()
        let day = ConsultationForm.day(endsOn, Field.endsOn, missing: "end-missing", &check)
        let before = name.map { name in rules.deadline(named: name) } ?? rules.deadline(named: nil)
        if let day, let before, day.lastDay <= before.lastDay {
            check.add(Field.endsOn, "extension-not-later")
        } else if let day, day < today {
            check.add(Field.endsOn, "extension-in-the-past")
        }
        if let name, !rules.invited.contains(name) { check.add(Field.name, "unknown-choice") }
        let text = check.line(reason, field: Field.reason, missing: "reason-missing", limit: 500)
        try check.finish()
        return (day ?? today, text ?? "")
    }
}

extension ConsultationRules {
    /// The last day for a name of the list of invitations; for nil, the one that holds for all.
    public func deadline(named name: String?) -> PartialDate? {
        guard let endsOn else { return nil }
        let all = extensions.filter { $0.name == nil || $0.name == name }.map(\.endsOn)
        return (all + [endsOn]).max()
    }
}

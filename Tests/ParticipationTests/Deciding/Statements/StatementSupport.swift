// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// What tests about statements begin with: an invited organisation with somebody who speaks for it.
enum TestStatement {
    /// A representative of the first invited organisation.
    static func writer(
        _ rules: ConsultationRules, email: String = "vera@example.org", at index: Int = 0, in db: Connection
    ) throws -> StatementWriter {
        let party = try #require(try StatementParty.find(named: rules.invited[index], in: rules.programme, db))
        let person = try TestPeople.make(email, in: db)
        let role = HeldRole(.organisationRepresentative, in: rules.programme, for: party.id)
        let writers = try StatementWriter.all(for: Visitor(person, roles: [role]), in: rules, db)
        return try #require(writers.first)
    }

    static func form(_ text: String?, points: [String] = [], revision: Int64 = 0) -> StatementForm {
        var form = StatementForm()
        form.text = text
        form.points = points.map { StatementForm.Point(kind: "suggestion", text: $0) }
        form.revision = revision
        return form
    }

    static func write(
        _ form: StatementForm, _ rules: ConsultationRules, _ intent: StatementIntent, by writer: StatementWriter,
        at now: Moment = TestConsultation.now, in db: Connection
    ) throws {
        try WriteStatement(form, to: rules.number, in: rules.programme, intent).run(by: writer, at: now, in: db) {
            Letter(subject: $0.fileNumber, text: "\($0.submittedAt.text) \($0.party.name)")
        }
    }

    static func submitted(
        _ rules: ConsultationRules, by writer: StatementWriter, _ db: Connection
    ) throws -> StatementDraft.Submitted? {
        try StatementDraft.find(of: writer.party, in: rules, db)?.submitted
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The answers to all points become public, a step of its own after the last release. Statements become public with
/// them where their senders agreed; every sender is told.
public struct PublishSynopsis: Sendable {
    private let number: Int64
    private let programme: String

    /// What one sender is told.
    public struct Answered: Sendable {
        public let rules: ConsultationRules
        /// The number of the statement.
        public let number: Int64
        public let fileNumber: String?
        public let language: String
        public let isPublic: Bool
        public let answers: [Answer]
    }

    public struct Answer: Equatable, Sendable {
        public let place: SynopsisPlace
        public let text: String
        public let outcome: PointOutcome
        public let assessment: String
    }

    public init(_ number: Int64, in programme: String) {
        self.number = number
        self.programme = programme
    }

    /// - Parameter compose: writes the mail to a sender who has no account, or whose statement stays inside
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (Answered) throws -> Letter
    ) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRun(rules))
        try publish(rules, by: person.id, actor: person.actor ?? JournalEntry.system, at: now, in: db, compose)
    }

    private func publish(
        _ rules: ConsultationRules, by person: String, actor: String, at now: Moment, in db: Connection,
        _ compose: (Answered) throws -> Letter
    ) throws {
        try rules.mayBePublished(db).check()
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        for statement in try SubmittedStatement.list(of: rules.id, db) {
            var answers: [Answer] = []
            let visibility: MatterVisibility = statement.mayPublish ? .published : .asBefore
            try writing.change(StatementRecord.self, statement.id, visibility: visibility) { record in
                for index in record.points.indices where record.points[index].state == .released {
                    record.points[index].state = .published
                    record.points[index].publishedOn = now.day
                }
                answers = record.points.enumerated().compactMap { Answer($1, statement.number, $0 + 1) }
            }
            if statement.mayPublish {
                try StatementFiles(of: statement.id, in: programme).publish(&writing, db)
                try TellFollowers(of: statement.id, .statementConsidered, by: person, in: programme)
                    .run(at: now, in: db)
            }
            guard let recipient = statement.recipient, !statement.mayPublish || !statement.hasAccount else { continue }
            let letter = try compose(
                Answered(
                    rules: rules, number: statement.number, fileNumber: statement.fileNumber,
                    language: statement.language, isPublic: statement.mayPublish, answers: answers))
            try PostMail(
                to: recipient, letter, cause: "statement_considered", language: statement.language,
                programme: programme
            ).run(at: now, in: db)
        }
        try writing.move(rules, to: .published, on: now.day)
    }
}

extension PublishSynopsis.Answer {
    fileprivate init?(_ point: PointRecord, _ statement: Int64, _ position: Int) {
        guard point.state == .published, let outcome = point.outcome, let assessment = point.assessment else {
            return nil
        }
        self.init(
            place: SynopsisPlace(statement: statement, position: Int64(position)), text: point.text, outcome: outcome,
            assessment: assessment)
    }
}

extension ConsultationRules {
    /// Whether every point is final inside the house and the evaluation is finished.
    public func mayBePublished(_ db: Connection) throws -> Permission {
        guard state == .evaluated else { return .refused("consultation-is-not-evaluated") }
        return try SubmittedStatement.openPoints(of: id, db) == 0 ? .allowed : .refused("points-not-released")
    }
}

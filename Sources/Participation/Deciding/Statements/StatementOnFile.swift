// SPDX-License-Identifier: EUPL-1.2

import Storage

/// One statement as the offices have it on file, whether it is public or not.
public struct StatementOnFile: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let sender: String
    public let kind: StatementKind
    public let state: StatementState
    public let channel: StatementChannel?
    public let submittedOn: PartialDate?
    public let fileNumber: String?
    /// Nil where nobody was asked.
    public let mayPublish: Bool?
    public let isPublic: Bool
    public let text: String?
    public let publicText: String?
    public let points: [Point]
    /// Tells whether somebody else has changed it meanwhile.
    public let revision: String

    public struct Point: Equatable, Sendable {
        public let label: String
        public let text: String
        public let publicText: String?
    }

    /// Where a statement is found: in a consultation of a programme.
    public struct Place: Equatable, Sendable {
        public let consultation: Int64
        public let statement: Int64
        public let programme: String

        public init(_ statement: Int64, in consultation: Int64, of programme: String) {
            self.statement = statement
            self.consultation = consultation
            self.programme = programme
        }
    }
}

extension StatementOnFile {
    /// The statement and whoever may change what the public reads of it.
    static func forWriting(
        _ place: Place, as visitor: Visitor, in db: Connection
    ) throws -> (StatementOnFile, Person) {
        guard let rules = try ConsultationRules.find(number: place.consultation, in: place.programme, db) else {
            throw MissingMatter(.consultation, place.consultation)
        }
        let person = try visitor.person(if: visitor.mayRun(rules))
        guard let statement = try find(place.statement, in: rules, db) else {
            throw MissingMatter(.statement, place.statement)
        }
        return (statement, person)
    }
}

/// What was typed about what the public reads of a statement.
public struct PublicTextForm: Equatable, Sendable {
    public var text: String?
    /// By the label of the point.
    public var points: [String: String] = [:]
    public var revision: String?

    public enum Field {
        public static let text = "oeffentlicher-text"
        public static let revision = "fassung"
        public static func point(_ label: String) -> String { "punkt-\(label)-oeffentlich" }
    }

    public init() {}
}

/// Whoever runs a consultation blackens what must not be read in public. The original stays as it is.
public struct EditPublicText: Sendable {
    private let form: PublicTextForm
    private let place: StatementOnFile.Place

    public init(_ form: PublicTextForm, of place: StatementOnFile.Place) {
        self.form = form
        self.place = place
    }

    /// - Throws: `Outdated` when somebody else has changed the statement meanwhile
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let (statement, person) = try StatementOnFile.forWriting(place, as: visitor, in: db)
        guard form.revision == statement.revision else { throw Outdated() }
        var check = FormCheck()
        let text = statement.text.flatMap { original in
            checked(form.text, Field.text, original, limit: StatementForm.longestText, &check)
        }
        let points = statement.points.map { point in
            checked(
                form.points[point.label], Field.point(point.label), point.text, limit: StatementForm.longestPoint,
                &check)
        }
        try check.finish()
        var writing = try MatterWriting(in: place.programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(StatementRecord.self, statement.id) { record in
            record.publicText = text
            for (index, point) in points.enumerated() { record.points[index].publicText = point }
        }
    }

    private typealias Field = PublicTextForm.Field

    /// Nil where the public reads the original.
    private func checked(
        _ typed: String?, _ field: String, _ original: String, limit: Int, _ check: inout FormCheck
    ) -> String? {
        let text = check.passage(typed, field: field, missing: "public-text-missing", limit: limit)
        return text == original ? nil : text
    }
}

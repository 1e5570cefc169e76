// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed about the parts of papers.
public struct PaperTemplateForm: Equatable, Sendable {
    public var rows: [Row] = []
    public var newHeading: String?
    public var newHint: String?
    public var newIsRequired = false
    public var revision: String?

    public struct Row: Equatable, Sendable {
        public let part: PaperPart
        /// The place in the paper, counted from 1.
        public var position: String?
        public var heading: String?
        public var hint: String?
        public var isRequired = false
        public var isUsed = false

        public init(_ part: PaperPart) {
            self.part = part
        }
    }

    public enum Field {
        public static let newHeading = "neu-titel"
        public static let newHint = "neu-hinweis"
        public static let newRequired = "neu-pflicht"
        public static let revision = "fassung"

        public static func position(_ part: PaperPart) -> String { "\(part.rawValue)-platz" }
        public static func heading(_ part: PaperPart) -> String { "\(part.rawValue)-titel" }
        public static func hint(_ part: PaperPart) -> String { "\(part.rawValue)-hinweis" }
        public static func required(_ part: PaperPart) -> String { "\(part.rawValue)-pflicht" }
        public static func used(_ part: PaperPart) -> String { "\(part.rawValue)-dabei" }
    }

    static let longestHeading = 120
    static let longestHint = 300
    private static let lastPlace = 99

    public init() {}

    /// - Parameter known: what holds now; a form can neither invent parts nor forget those no paper can do without
    func validated(_ known: PaperTemplate) throws(InvalidForm) -> PaperTemplate {
        var check = FormCheck()
        var placed: [(place: Int, part: PaperTemplate.Part)] = []
        for row in rows where PaperPart.usual.contains(row.part) || known.contains(row.part) {
            let heading = heading(row, &check)
            let hint = check.optionalLine(row.hint, field: Field.hint(row.part), limit: Self.longestHint)
            let place = row.position.flatMap { Int($0) }
            if place.map((1...Self.lastPlace).contains) != true {
                check.add(Field.position(row.part), "position-out-of-range", limit: Self.lastPlace)
            }
            let isIndispensable = PaperPart.indispensable.contains(row.part)
            guard row.isUsed || isIndispensable else { continue }
            let part = PaperTemplate.Part(
                row.part, heading: heading, hint: hint, isRequired: row.isRequired || isIndispensable)
            placed.append((place ?? Self.lastPlace, part))
        }
        let missing = PaperPart.indispensable.filter { part in !placed.contains { $0.part.part == part } }
        for part in missing { check.add(Field.position(part), "position-out-of-range", limit: Self.lastPlace) }
        let added = addition(&check, beside: placed.map(\.part.part))
        try check.finish()
        // Parts with the same place stay in the order they had.
        let ordered = placed.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
        return PaperTemplate(ordered.map(\.element.part) + [added].compactMap { $0 })
    }

    private func heading(_ row: Row, _ check: inout FormCheck) -> String? {
        let field = Field.heading(row.part)
        return row.part.isOwn && row.isUsed
            ? check.line(row.heading, field: field, missing: "title-missing", limit: Self.longestHeading)
            : check.optionalLine(row.heading, field: field, limit: Self.longestHeading)
    }

    private func addition(_ check: inout FormCheck, beside parts: [PaperPart]) -> PaperTemplate.Part? {
        guard newHeading != nil || newHint != nil else { return nil }
        let heading = check.line(
            newHeading, field: Field.newHeading, missing: "title-missing", limit: Self.longestHeading)
        let hint = check.optionalLine(newHint, field: Field.newHint, limit: Self.longestHint)
        let free = (1...PaperPart.mostOwn).map(PaperPart.own).first { !parts.contains($0) }
        guard let free else {
            check.add(Field.newHeading, "too-many-parts", limit: PaperPart.mostOwn)
            return nil
        }
        return PaperTemplate.Part(free, heading: heading, hint: hint, isRequired: newIsRequired)
    }
}

/// The offices of programme and cabinet say what papers consist of. Papers that were begun keep what they have.
public struct ChangePaperTemplate: Sendable {
    private let form: PaperTemplateForm
    private let programme: String

    public init(_ form: PaperTemplateForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// - Throws: `Outdated` when somebody else has changed the template meanwhile
    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.mayChangePaperTemplate(in: programme).check()
        let known = try PaperTemplate.load(of: programme, db)
        guard form.revision == known.revision else { throw Outdated() }
        try form.validated(known).save(of: programme, db)
    }
}

/// The template that comes with the software holds again.
public struct RestorePaperTemplate: Sendable {
    private let programme: String

    public init(in programme: String) {
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.mayChangePaperTemplate(in: programme).check()
        try PaperTemplate.forget(of: programme, db)
    }
}

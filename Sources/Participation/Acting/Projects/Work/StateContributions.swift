// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed about how a project contributes to what is measured: a sentence for each indicator that has one.
public struct ContributionForm: Equatable, Sendable {
    /// By the key of the indicator.
    public var texts: [String: String]

    public init(texts: [String: String] = [:]) {
        self.texts = texts
    }

    static let longest = 600

    /// The name of the field for an indicator.
    public static func field(_ indicator: String) -> String { "beitrag-\(indicator)" }

    /// The form of a project as it stands, with its revision.
    public static func find(
        of project: ProjectAtWork, _ db: Connection
    ) throws -> (form: ContributionForm, revision: Int64) {
        let texts = try Contribution.list(of: project.id, db).map { ($0.indicatorKey, $0.text) }
        return (
            ContributionForm(texts: Dictionary(texts) { first, _ in first }),
            try ProjectRevision.current(of: project.id, db)
        )
    }

    /// What can be written about: what is measured of the project's goals first, then what it speaks of already.
    public static func indicators(of project: ProjectAtWork, _ db: Connection) throws -> [Indicator] {
        let goals = Set(try ProjectParts.goals(of: project.id, db).map(\.id))
        let named = Set(try Contribution.list(of: project.id, db).map(\.indicator))
        let all = try Indicator.list(in: project.programme, db)
        let own = all.filter { $0.retiredOn == nil && ($0.goalID.map(goals.contains) ?? false) }
        return own + all.filter { named.contains($0.id) && !own.map(\.id).contains($0.id) }
    }
}

/// A project says in words what it contributes to an indicator.
public struct StateContributions: Sendable {
    private let number: Int64
    private let form: ContributionForm
    private let revision: Int64
    private let programme: String

    /// - Parameter revision: which state of the project the form was made of
    public init(_ number: Int64, _ form: ContributionForm, basedOn revision: Int64, in programme: String) {
        self.number = number
        self.form = form
        self.revision = revision
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(.plan, project))
        let indicators = try ContributionForm.indicators(of: project, db)
        var check = FormCheck()
        var records: [ContributionRecord] = []
        for indicator in indicators {
            guard let typed = form.texts[indicator.key] else { continue }
            let field = ContributionForm.field(indicator.key)
            var record = ContributionRecord()
            record.indicator = indicator.key
            guard let text = check.optionalPassage(typed, field: field, limit: ContributionForm.longest) else {
                continue
            }
            record.text = text
            records.append(record)
        }
        try check.finish()
        let (current, newest) = try ContributionForm.find(of: project, db)
        let theirs = indicators.filter { (current.texts[$0.key] ?? "") != (form.texts[$0.key] ?? "") }.map {
            Outdated.Field(field: ContributionForm.field($0.key), text: current.texts[$0.key] ?? "")
        }
        guard newest == revision || theirs.isEmpty else { throw Outdated(theirs: theirs, revision: newest) }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(ProjectRecord.self, project.id) { $0.contributions = records }
    }
}

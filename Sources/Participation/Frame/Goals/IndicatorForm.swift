// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed about an indicator: what is measured, from where to where, and until when.
public struct IndicatorForm: Equatable, Sendable {
    public var name: String?
    public var unit: String?
    public var region: String?
    public var goal: String?
    public var baseline: String?
    public var target: String?
    public var targetOn: String?
    /// A line for each day on the way: `2027: 70`.
    public var path: String?
    public var sourceName: String?
    public var sourceURL: String?
    public var note: String?
    public var reason: String?

    public init() {}

    public enum Field {
        public static let name = "name"
        public static let unit = "einheit"
        public static let region = "region"
        public static let goal = "ziel"
        public static let baseline = "ausgangswert"
        public static let target = "zielwert"
        public static let targetOn = "zieltag"
        public static let path = "pfad"
        public static let sourceName = "quelle"
        public static let sourceURL = "quellenadresse"
        public static let note = "hinweis"
        public static let reason = "grund"
    }

    /// More steps would be a series and no path.
    static let mostSteps = 20

    struct Wanted {
        var name = ""
        var unit = ""
        var region = ""
        var goal: String?
        var baseline: ScaledDecimal?
        var target: ScaledDecimal?
        var targetOn: PartialDate?
        var path: [IndicatorStep] = []
        var sourceName: String?
        var sourceURL: String?
        var note: String?
        var reason: String?
    }

    /// - Parameter isNew: a change of what is there says why
    func validated(_ choices: GoalChoices, isNew: Bool) throws(InvalidForm) -> Wanted {
        var check = FormCheck()
        var wanted = Wanted()
        wanted.name = check.line(name, field: Field.name, missing: "indicator-name-missing", limit: 200) ?? ""
        wanted.unit = check.line(unit, field: Field.unit, missing: "unit-missing", limit: 60) ?? ""
        wanted.region = check.line(region, field: Field.region, missing: "region-missing", limit: 120) ?? ""
        if let goal, !choices.goals.contains(where: { $0.key == goal }) { check.add(Field.goal, "unknown-choice") }
        wanted.goal = goal
        wanted.baseline = check.decimal(baseline, field: Field.baseline)
        wanted.target = check.decimal(target, field: Field.target)
        wanted.targetOn = check.partialDate(targetOn, field: Field.targetOn)
        if target == nil, targetOn != nil { check.add(Field.target, "target-value-missing") }
        wanted.path = steps(&check)
        if let last = wanted.path.last, let end = wanted.targetOn, last.dueOn.lastDay >= end.lastDay {
            check.add(Field.path, "step-after-target")
        }
        if !wanted.path.isEmpty, target == nil { check.add(Field.target, "path-needs-target") }
        wanted.sourceName = check.optionalLine(sourceName, field: Field.sourceName, limit: 300)
        wanted.sourceURL = check.webAddress(sourceURL, field: Field.sourceURL)
        wanted.note = note.flatMap { check.optionalPassage($0, field: Field.note, limit: 1000) }
        if !isNew { wanted.reason = check.line(reason, field: Field.reason, missing: "reason-missing", limit: 500) }
        try check.finish()
        return wanted
    }

    private func steps(_ check: inout FormCheck) -> [IndicatorStep] {
        let lines = (path ?? "").split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
        guard lines.count <= Self.mostSteps else {
            check.add(Field.path, "too-many-steps", limit: Self.mostSteps)
            return []
        }
        var steps: [IndicatorStep] = []
        for line in lines {
            let halves = line.split(separator: ":", maxSplits: 1).map(String.init)
            var own = FormCheck()
            guard halves.count == 2, let day = own.partialDate(halves[0], field: Field.path),
                let value = TypedDecimal.read(halves[1])
            else {
                check.add(Field.path, "step-unreadable")
                return []
            }
            var step = IndicatorStep()
            step.dueOn = day
            step.value = value
            steps.append(step)
        }
        steps.sort { $0.dueOn.lastDay < $1.dueOn.lastDay }
        if zip(steps, steps.dropFirst()).contains(where: { $0.dueOn.lastDay == $1.dueOn.lastDay }) {
            check.add(Field.path, "step-twice")
        }
        return steps
    }

    func differences(from other: IndicatorForm) -> [Outdated.Field] {
        let pairs: [(String, String?, String?)] = [
            (Field.name, name, other.name), (Field.unit, unit, other.unit), (Field.region, region, other.region),
            (Field.goal, goal, other.goal), (Field.baseline, baseline, other.baseline),
            (Field.target, target, other.target), (Field.targetOn, targetOn, other.targetOn),
            (Field.path, path, other.path), (Field.sourceName, sourceName, other.sourceName),
            (Field.sourceURL, sourceURL, other.sourceURL), (Field.note, note, other.note),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { Outdated.Field(field: $0.0, text: $0.2 ?? "") }
    }
}

extension IndicatorForm {
    init(_ record: IndicatorRecord) {
        self.init()
        name = record.name
        unit = record.unit
        region = record.region
        goal = record.goal
        baseline = record.baseline?.typed
        target = record.target?.typed
        targetOn = record.targetOn?.text
        let lines = record.path.map { "\($0.dueOn.text): \($0.value.typed)" }
        path = lines.isEmpty ? nil : lines.joined(separator: "\n")
        sourceName = record.sourceName
        sourceURL = record.sourceURL
        note = record.note
    }

    /// The form of an indicator as it stands, with the revision it is made of; nil where there is none of this key.
    public static func find(
        _ key: String, in programme: String, _ db: Connection
    ) throws -> (form: IndicatorForm, revision: Int64, indicator: Indicator)? {
        guard let indicator = try Indicator.list(in: programme, db).first(where: { $0.key == key }),
            let found = try ProgrammeContents.find(IndicatorRecord.self, indicator.id, of: programme, in: db)
        else { return nil }
        return (IndicatorForm(found.record), try ProjectRevision.current(of: indicator.id, db), indicator)
    }
}

extension ScaledDecimal {
    /// As it is typed into a form: with a comma, and without anything that could be read otherwise.
    public var typed: String { text.replacing(".", with: ",") }
}

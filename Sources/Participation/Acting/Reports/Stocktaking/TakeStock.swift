// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Stocktaking {
    /// Reads the state of a programme on a day from what was known. Nothing that was recorded later, and nothing that
    /// took effect later, is in it; of dates known to the month or year the last possible day counts.
    public static func take(
        on day: PartialDate, asOf knowledge: Knowledge, in programme: String, _ db: Connection
    ) throws -> Stocktaking {
        let known = try KnownRecord<ProjectRecord>.list(in: programme, asOf: knowledge, db)
        let reports = try LatestReport.list(on: day, asOf: knowledge, in: programme, db)
        let histories = known.map { ($0.record, ProjectHistory($0.record, id: $0.id)) }
        let projects = zip(known, histories).compactMap { known, history in
            ProjectStanding(known, history.1, reports[known.id], on: day)
        }.sorted { $0.number < $1.number }
        let funds = try FundsOnDay.list(on: day, asOf: knowledge, in: programme, db)
        let present = Set(projects.map(\.id))
        return Stocktaking(
            day: day, knowledge: knowledge, projects: projects, funds: funds.sums,
            projectsWithoutFunds: Int64(present.subtracting(funds.projects).count),
            duties: try DutyStandings.load(on: day, asOf: knowledge, in: programme, db),
            indicators: try indicators(on: day, asOf: knowledge, in: programme, db),
            officials: try officials(histories, on: day, asOf: knowledge, in: programme, db))
    }

    private static func indicators(
        on day: PartialDate, asOf knowledge: Knowledge, in programme: String, _ db: Connection
    ) throws -> [IndicatorStanding] {
        var standings: [IndicatorStanding] = []
        try contents(.indicator, in: programme, asOf: knowledge, db) { id, content in
            let plain = try CanonicalJSONReader.value(content)
            guard plain["matter"]["visible_from"] != .null else { return }
            standings.append(IndicatorStanding(id, plain["record"], on: day))
        }
        return standings
    }

    private static func officials(
        _ histories: [(record: ProjectRecord, history: ProjectHistory)], on day: PartialDate, asOf knowledge: Knowledge,
        in programme: String, _ db: Connection
    ) throws -> [OfficialComparison] {
        try KnownRecord<StatusReportRecord>.list(in: programme, asOf: knowledge, db).map(\.record)
            .filter { $0.asOf.lastDay <= day.lastDay }.sorted { $0.asOf < $1.asOf }
            .map { report in
                let dated = histories.filter { $0.history.state(on: report.asOf) != nil }
                return OfficialComparison(
                    asOf: report.asOf, event: report.event, official: report.total, documented: Int64(dated.count),
                    undated: Int64(histories.count { !$0.history.isDated }),
                    parts: Int64(dated.count { $0.record.projectKind == .subProject }))
            }
    }
}

extension ProjectHistory {
    fileprivate init(_ record: ProjectRecord, id: String) {
        self.init(
            project: id,
            changes: record.history.compactMap { step in
                step.state.map { DatedState(state: $0, effectiveOn: step.effectiveOn) }
            })
    }
}

extension Stocktaking.ProjectStanding {
    /// Nil for a project of which it is known that it did not exist yet.
    fileprivate init?(
        _ known: KnownRecord<ProjectRecord>, _ history: ProjectHistory, _ report: LatestReport?, on day: PartialDate
    ) {
        let record = known.record
        let step = record.history.last { step in step.effectiveOn.map { $0.lastDay <= day.lastDay } ?? false }
        if step == nil, history.isDated { return nil }
        self.init(
            id: known.id, number: record.publicNumber, title: record.title, isPart: record.projectKind == .subProject,
            pillar: record.pillar, ministry: record.ministry, state: step?.state, stateSince: step?.effectiveOn,
            stateReason: step?.reason, light: report?.light, reportOn: report?.asOf,
            milestones: Stocktaking.MilestoneStandings(record.milestones, on: day))
    }
}

extension Stocktaking.MilestoneStandings {
    fileprivate init(_ milestones: [MilestoneRecord], on day: PartialDate) {
        self.init()
        let isPast = { (date: PartialDate?) in date.map { $0.lastDay <= day.lastDay } ?? false }
        for milestone in milestones {
            all += 1
            let changes = milestone.changes.filter { isPast($0.changedOn) }
            let last = changes.last
            let planned = milestone.changes.first?.expectedBefore ?? milestone.datedOn
            let expected = last?.expectedAfter ?? planned
            if changes.contains(where: { ($0.expectedAfter?.lastDay ?? 0) > ($0.expectedBefore?.lastDay ?? 0) }) {
                moved += 1
            }
            let isDone = milestone.state == .done && isPast(milestone.doneOn ?? milestone.datedOn)
            let isDropped = milestone.state == .dropped && (milestone.changes.isEmpty || last?.state == .dropped)
            if isDone {
                reached += 1
            } else if isDropped {
                dropped += 1
            } else if milestone.state != nil, isPast(expected) {
                overdue += 1
            }
        }
    }
}

extension Stocktaking.IndicatorStanding {
    /// Reads only what a report shows of an indicator; its numbers stand in the journal as the text of their digits.
    fileprivate init(_ id: String, _ record: PlainValue, on day: PartialDate) {
        let date = { (plain: PlainValue) -> PartialDate? in
            guard case .text(let text) = plain else { return nil }
            return PartialDate(text)
        }
        // Of several rows for one date the last counts; one without a value takes the earlier ones back.
        var values: [PartialDate: ScaledDecimal?] = [:]
        var dated: [PlainValue] = []
        if case .list(let list) = record["values"] { dated = list }
        for plain in dated {
            if let asOf = date(plain["as_of"]) { values[asOf] = .some(Self.number(plain["value"])) }
        }
        if let asOf = date(record["as_of"]), values[asOf] == nil { values[asOf] = .some(Self.number(record["value"])) }
        let latest = values.compactMap { asOf, value in value.map { (day: asOf, value: $0) } }
            .filter { $0.day.lastDay <= day.lastDay }.max { ($0.day.lastDay, $0.day) < ($1.day.lastDay, $1.day) }
        self.init(
            id: id, name: Self.text(record["name_de"]), unit: Self.text(record["unit"]), value: latest?.value,
            valueOn: latest?.day, target: Self.number(record["target"]), targetOn: date(record["target_on"]))
    }

    private static func text(_ plain: PlainValue) -> String {
        guard case .text(let text) = plain else { return "" }
        return text
    }

    private static func number(_ plain: PlainValue) -> ScaledDecimal? {
        switch plain {
        case .integer(let number): ScaledDecimal(text: String(number))
        case .text(let digits): ScaledDecimal(text: digits)
        default: nil
        }
    }
}

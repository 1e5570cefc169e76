// SPDX-License-Identifier: EUPL-1.2

/// Reads the rows of a list as entries of the ledger, and says of each what is wrong with it.
struct ReadFundingImport {
    private typealias Part = FundingMapping.Part

    /// What the list is compared with.
    struct Ledger {
        let projects: [LedgerProject]
        /// Package keys of organisations by their names.
        let organisations: [(key: String, name: String)]
        let closedYears: Set<Int64>
        let balances: [LedgerAccount: LedgerBalance]
        /// Entries of the ledger that were not taken back, as `mark` names them.
        let marks: Set<String>
    }

    private let mapping: FundingMapping
    private let ledger: Ledger
    private let today: PartialDate
    /// Projects by all that a list may call them.
    private let projects: [String: LedgerProject]
    private let organisations: [String: String]
    /// Lists say the same few things a thousand times.
    private var knownKeys: [String: String] = [:]
    private var knownDays: [String: PartialDate?] = [:]

    init(_ mapping: FundingMapping, _ ledger: Ledger, today: PartialDate) {
        self.mapping = mapping
        self.ledger = ledger
        self.today = today
        var names: [String: LedgerProject] = [:]
        var doubtful: Set<String> = []
        for project in ledger.projects {
            let own = [project.title, project.officialCode, project.reference, project.key].compactMap { $0 }
            for name in Set(own.map(SortKey.make)) where names.updateValue(project, forKey: name) != nil {
                doubtful.insert(name)
            }
        }
        // Two projects of one name are matched by their number alone.
        for name in doubtful { names[name] = nil }
        for project in ledger.projects { names[SortKey.make(String(project.number))] = project }
        for (name, number) in mapping.assigned {
            names[SortKey.make(name)] = names[SortKey.make(String(number))] ?? names[SortKey.make(name)]
        }
        projects = names
        organisations = Dictionary(
            ledger.organisations.map { (SortKey.make($0.name), $0.key) }, uniquingKeysWith: { first, _ in first })
    }

    /// All rows in their order.
    mutating func read(_ rows: [ImportRow]) -> [ReadFundingRow] {
        var seen: Set<String> = []
        var balances = ledger.balances
        let read = rows.map { row in self.read(row, &seen) }
        for case .entry(let entry) in read.map(\.result) where entry.kind == .approved {
            balances[entry.account, default: LedgerBalance()].add(.approved, entry.cents)
        }
        return read.map { row in
            guard case .entry(let entry) = row.result else { return row }
            return ReadFundingRow(number: row.number, cents: row.cents, result: weighed(entry, &balances))
        }
    }

    /// What the cells of the column of amounts say, row by row, whatever is made of the rows.
    func amounts(_ rows: [ImportRow]) -> [Int64: Int64] {
        var amounts: [Int64: Int64] = [:]
        for row in rows {
            guard let typed = cell(.amount, row) else { continue }
            do throws(EuroAmount.Fault) {
                amounts[row.number] = try EuroAmount.cents(typed)
            } catch {
                // The row itself says what is wrong with its amount.
                continue
            }
        }
        return amounts
    }

    /// What rows call projects that the programme does not know, with how many rows do, the most first. Names that
    /// were assigned are among them, so that an assignment can be taken back.
    mutating func strangeProjects(_ rows: [ImportRow]) -> [PreviewFundingImport.StrangeProject] {
        var counts: [String: Int] = [:]
        for row in rows where !isSubtotal(row) {
            guard let typed = cell(.project, row) else { continue }
            let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            var check = FormCheck()
            let isAssigned = mapping.assigned[name] != nil
            if isAssigned || project(row, &check) == nil { counts[name, default: 0] += 1 }
        }
        return counts.map { name, count in
            PreviewFundingImport.StrangeProject(name: name, rows: count, assigned: mapping.assigned[name])
        }.sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
    }

    /// What makes two entries the same to a reader.
    static func mark(_ project: String, _ draft: FundingDraft) -> String {
        mark(
            project, draft.kind, draft.basis, draft.source, draft.partner, draft.budgetLine, draft.fiscalYear,
            draft.bookedOn.text, draft.cents)
    }

    static func mark(
        _ project: String, _ kind: FundingKind, _ basis: FundingBasis, _ source: FundingSource, _ partner: String?,
        _ budgetLine: String?, _ year: Int64, _ day: String, _ cents: Int64
    ) -> String {
        [
            project, kind.rawValue, basis.rawValue, source.rawValue, partner ?? "", budgetLine ?? "", String(year), day,
            String(cents),
        ].joined(separator: "\n")
    }

    private mutating func read(_ row: ImportRow, _ seen: inout Set<String>) -> ReadFundingRow {
        if row.cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
            return ReadFundingRow(number: row.number, cents: nil, result: .blank)
        }
        var check = FormCheck()
        let cents = FundingDraft.cents(cell(.amount, row), field: Part.amount.rawValue, &check)
        if isSubtotal(row) { return ReadFundingRow(number: row.number, cents: cents, result: .subtotal) }
        guard let entry = entry(row, cents: cents, &check), check.faults.isEmpty else {
            return ReadFundingRow(number: row.number, cents: cents, result: .faulty(check.faults))
        }
        let mark = Self.mark(entry.project.id, entry.draft)
        let isNew = seen.insert(mark).inserted && !ledger.marks.contains(mark)
        return ReadFundingRow(number: row.number, cents: cents, result: isNew ? .entry(entry) : .duplicate(entry))
    }

    /// A row that sums up others: it names no project, and one of its cells begins with a word for a sum.
    private mutating func isSubtotal(_ row: ImportRow) -> Bool {
        let project = cell(.project, row)
        if let project, projects[key(project)] != nil { return false }
        let words = [
            "summe", "zwischensumme", "teilsumme", "gesamt", "gesamtsumme", "gesamtbetrag", "insgesamt", "endsumme",
            "total", "subtotal", "ubertrag",
        ]
        let candidates = project.map { [$0] } ?? row.cells
        for cell in candidates {
            let text = key(cell)
            if words.contains(where: { text == $0 || text.hasPrefix("\($0) ") }) { return true }
        }
        return false
    }

    private mutating func entry(_ row: ImportRow, cents: Int64?, _ check: inout FormCheck) -> ImportedEntry? {
        let project = project(row, &check)
        let kind = choice(.kind, row, mapping.kind, Self.kinds, &check)
        let basis = choice(.basis, row, mapping.basis, Self.bases, &check)
        let source = choice(.source, row, mapping.source, Self.sources, &check)
        let partner = partner(row, &check)
        let line = check.optionalLine(
            cell(.budgetLine, row), field: Part.budgetLine.rawValue, limit: FundingForm.longestBudgetLine)
        let year = cell(.year, row).map { FundingDraft.year($0, field: Part.year.rawValue, &check) } ?? mapping.year
        let day = day(row, &check)
        if year == nil, check.faults.isEmpty { check.add(Part.year.rawValue, "fiscal-year-missing") }
        guard let project, let kind, let basis, let source, let year, let day, let cents else { return nil }
        if ledger.closedYears.contains(year) { check.add(Part.year.rawValue, "year-is-closed") }
        let draft = FundingDraft(
            kind: kind, basis: basis, source: source, partner: partner, budgetLine: line, fiscalYear: year,
            bookedOn: day, cents: cents, reason: nil, told: nil)
        return ImportedEntry(project: project, draft: draft)
    }

    /// What is above the approved sum, or for a project that has ended, needs the reason that was given for the list.
    private func weighed(
        _ entry: ImportedEntry, _ balances: inout [LedgerAccount: LedgerBalance]
    ) -> ReadFundingRow.Result {
        var isAbove = false
        if entry.kind != .approved {
            balances[entry.account, default: LedgerBalance()].add(entry.kind, entry.cents)
            isAbove = entry.kind == .paid && balances[entry.account]?.isExceeded == true
        }
        guard isAbove || entry.project.isOver else { return .entry(entry) }
        guard let reason = mapping.reason else {
            // What is not booked does not count for the rows below.
            if entry.kind == .paid { balances[entry.account]?.add(.returned, entry.cents) }
            let fault = isAbove ? "over-approved-needs-reason" : "project-over-needs-reason"
            return .faulty([.init(Part.project.rawValue, fault)])
        }
        var draft = entry.draft
        draft.reason = reason
        return .entry(ImportedEntry(project: entry.project, draft: draft))
    }

    private func cell(_ part: FundingMapping.Part, _ row: ImportRow) -> String? {
        guard let column = mapping.columns[part], row.cells.indices.contains(column) else { return nil }
        let text = row.cells[column]
        return text.contains { !$0.isWhitespace } ? text : nil
    }

    private mutating func key(_ text: String) -> String {
        if let known = knownKeys[text] { return known }
        let key = SortKey.make(text)
        knownKeys[text] = key
        return key
    }

    /// By number (`12`, `Nr. 12`, `Projekt 12`), official code, title or key.
    private mutating func project(_ row: ImportRow, _ check: inout FormCheck) -> LedgerProject? {
        guard let typed = cell(.project, row) else {
            check.add(Part.project.rawValue, "project-missing")
            return nil
        }
        let key = key(typed)
        if let found = projects[key] { return found }
        for word in ["projekt nr ", "projekt ", "nr "] where key.hasPrefix(word) {
            if let found = projects[String(key.dropFirst(word.count))] { return found }
        }
        check.add(Part.project.rawValue, "project-unknown")
        return nil
    }

    private mutating func partner(_ row: ImportRow, _ check: inout FormCheck) -> String? {
        guard let typed = cell(.partner, row) else { return nil }
        let found = organisations[key(typed)]
        if found == nil { check.add(Part.partner.rawValue, "organisation-unknown") }
        return found
    }

    private mutating func choice<Value>(
        _ part: FundingMapping.Part, _ row: ImportRow, _ common: Value?, _ words: [String: Value],
        _ check: inout FormCheck
    ) -> Value? {
        guard let typed = cell(part, row) else {
            if common == nil { check.add(part.rawValue, "unknown-choice") }
            return common
        }
        let found = words[key(typed)]
        if found == nil { check.add(part.rawValue, "unknown-choice") }
        return found
    }

    private mutating func day(_ row: ImportRow, _ check: inout FormCheck) -> PartialDate? {
        guard let typed = cell(.day, row) else { return mapping.bookedOn }
        if let known = knownDays[typed], let known { return known }
        var own = FormCheck()
        let day = FundingDraft.day(typed, field: Part.day.rawValue, today: today, &own)
        for fault in own.faults { check.add(fault.field, fault.reason) }
        if own.faults.isEmpty { knownDays[typed] = day }
        return day
    }
}

extension ReadFundingImport {
    /// The words of budget offices, as `SortKey` writes them.
    private static let kinds: [String: FundingKind] = words([
        (.budgeted, ["budgeted", "soll", "veranschlagt", "ansatz"]), (.applied, ["applied", "beantragt", "antrag"]),
        (.approved, ["approved", "bewilligt", "bewilligung"]), (.planned, ["planned", "geplant", "planung"]),
        (.paid, ["paid", "ausgezahlt", "gezahlt", "auszahlung", "zahlung", "ist"]),
        (.returned, ["returned", "zurückgezahlt", "rückzahlung", "rückforderung", "rückfluss"]),
    ])

    private static let bases: [String: FundingBasis] = words([
        (.stateShare, ["state_share", "landesanteil", "landesmittel"]),
        (.totalVolume, ["total_volume", "gesamtvolumen", "gesamtkosten"]), (.other, ["other", "andere", "sonstige"]),
    ])

    private static let sources: [String: FundingSource] = words([
        (.land, ["land"]), (.bund, ["bund"]), (.eu, ["eu", "europäische union"]),
        (.municipality, ["municipality", "kommune", "kommunen"]), (.private, ["private", "privat", "private"]),
    ])

    private static func words<Value>(_ lists: [(Value, [String])]) -> [String: Value] {
        var found: [String: Value] = [:]
        for (value, words) in lists {
            for word in words { found[SortKey.make(word)] = value }
        }
        return found
    }
}

extension ImportedEntry {
    var account: LedgerAccount { LedgerAccount(project: project.id, basis: draft.basis) }
}

// SPDX-License-Identifier: EUPL-1.2

extension InventedProgramme {
    /// What was budgeted, approved and paid for a project, year by year; nothing where no amount is known.
    func funding(ofProject index: Int) -> [FundingRecord] {
        let outline = projects[index]
        guard let cost = outline.cost, outline.state != .unknown, outline.parent == nil else { return [] }
        var numbers = numbers("funding", index)
        let firstYear = InventedDates.date(outline.startDay).year
        let share = Int64(cost) * 100_000 * 8 / 10 / 3
        var records: [FundingRecord] = []
        for year in firstYear...min(firstYear + 2, 2026) {
            records.append(entry(.budgeted, share, year: year, of: index, number: records.count))
            guard outline.hasBegun else { continue }
            records.append(entry(.approved, share, year: year, of: index, number: records.count))
            let paid = share * Int64(numbers.between(55, 100)) / 100
            if year < 2026 { records.append(entry(.paid, paid, year: year, of: index, number: records.count)) }
        }
        if outline.hasBegun, numbers.chance(2), let last = records.last {
            var correction = entry(
                last.fundingKind, -last.amountCents, year: firstYear, of: index, number: records.count)
            correction.fiscalYear = last.fiscalYear
            correction.reverses = last.id
            correction.reason = "Falsch gebucht"
            records.append(correction)
        }
        return records
    }

    private func entry(
        _ kind: FundingKind, _ cents: Int64, year: Int, of project: Int, number: Int
    ) -> FundingRecord {
        var record = FundingRecord()
        record.id = "\(inventedKey("mittel", project + 1))-\(number + 1)"
        record.project = projectKey(project)
        record.fundingKind = kind
        record.source = projects[project].pillar == .partner && kind == .paid ? .municipality : .land
        record.budgetLine = "0\(1 + projects[project].topic % 9)02 68301"
        record.fiscalYear = Int64(year)
        let months: [FundingKind: String] = [.budgeted: "01-15", .approved: "03-20", .paid: "11-30"]
        record.bookedOn = PartialDate("\(year)-\(months[kind] ?? "12-15")") ?? .unset
        record.amountCents = cents
        return record
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Whether everything that a list says is accounted for, to the cent. Each sum comes from elsewhere: the cells of the
/// list, what is made of its rows, the subtotals that the list states, and at last the ledger itself.
public struct FundingReconciliation: Equatable, Sendable {
    /// All cells of the column of amounts that can be read, without subtotals.
    public let listed: Int64
    public let entries: Int64
    public let duplicates: Int64
    public let faulty: Int64
    /// Rows whose amount nobody can read; they are in no sum.
    public let unreadable: Int
    public let subtotals: [Subtotal]

    /// A row of the list that sums up others.
    public struct Subtotal: Equatable, Sendable {
        public let row: Int64
        public let stated: Int64
        /// What stands above it: since the last subtotal, or from the beginning.
        public let counted: Int64

        public var agrees: Bool { stated == counted }
    }

    /// What is in the list and in none of its parts; nought, or something is wrong with this program.
    public var unexplained: Int64 { listed - entries - duplicates - faulty }

    public var agrees: Bool { unexplained == 0 && unreadable == 0 && subtotals.allSatisfy(\.agrees) }

    /// - Parameter amounts: what the cells of the list say, row by row, apart from what was made of them
    init(_ rows: [ReadFundingRow], amounts: [Int64: Int64]) {
        var sums = (entries: Int64(0), duplicates: Int64(0), faulty: Int64(0))
        var listed: Int64 = 0
        var unreadable = 0
        var since: Int64 = 0
        var subtotals: [Subtotal] = []
        for row in rows {
            let amount = amounts[row.number]
            switch row.result {
            case .blank: continue
            case .subtotal:
                guard let amount else { continue }
                // A grand total comes after the last part and sums up all parts.
                let counted = amount == listed || since == 0 ? listed : since
                subtotals.append(Subtotal(row: row.number, stated: amount, counted: counted))
                since = 0
                continue
            case .entry(let entry): sums.entries += entry.cents
            case .duplicate(let entry): sums.duplicates += entry.cents
            case .faulty:
                sums.faulty += row.cents ?? 0
                if row.cents == nil { unreadable += 1 }
            }
            listed += amount ?? 0
            since += amount ?? 0
        }
        self.listed = listed
        entries = sums.entries
        duplicates = sums.duplicates
        faulty = sums.faulty
        self.unreadable = unreadable
        self.subtotals = subtotals
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// A list of a budget office on its way into the ledger.
public struct FundingImport: Equatable, Sendable {
    public let id: String
    public let fileName: String
    /// The names of the columns.
    public let columns: [String]
    public let mapping: FundingMapping
    public let rowCount: Int64
    public let createdAt: String
    /// When its rows were booked; nil while it is only looked at.
    public let doneAt: String?
    public let undoneAt: String?

    /// More rows in one list would hold up everybody else for too long.
    public static let mostRows = 120_000
    /// In bytes.
    public static let largestFile = 20 * 1024 * 1024
}

/// What the columns of a list mean, and what holds for all rows.
public struct FundingMapping: Equatable, Sendable {
    /// What a column can be.
    public enum Part: String, CaseIterable, Sendable {
        case project = "projekt"
        case amount = "betrag"
        case year = "jahr"
        case day = "datum"
        case kind = "art"
        case basis = "grundlage"
        case source = "geldgeber"
        case partner
        case budgetLine = "haushaltsstelle"

        /// What such columns are often called, in small letters.
        var names: [String] {
            switch self {
            case .project:
                ["projekt", "projektnummer", "projekt-nr.", "projekt-nr", "nr.", "vorhaben", "maßnahme", "project"]
            case .amount: ["betrag", "betrag in eur", "betrag in euro", "betrag (€)", "summe", "ist", "amount"]
            case .year: ["jahr", "haushaltsjahr", "hj", "year", "fiscal_year"]
            case .day: ["datum", "buchungsdatum", "gebucht am", "buchungstag", "date", "booked_on"]
            case .kind: ["art", "buchungsart", "vorgang", "kind"]
            case .basis: ["grundlage", "basis"]
            case .source: ["geldgeber", "mittelgeber", "quelle", "source"]
            case .partner: ["partner", "empfänger", "zuwendungsempfänger", "kreditor"]
            case .budgetLine: ["haushaltsstelle", "titel", "kapitel/titel", "kapitel titel", "budget_line"]
            }
        }
    }

    /// The number of the column, from 0, for each part that has one.
    public var columns: [Part: Int]
    /// For rows that do not say it themselves; nil where every row must.
    public var kind: FundingKind?
    public var basis: FundingBasis?
    public var source: FundingSource?
    public var year: Int64?
    public var bookedOn: PartialDate
    /// For rows above what was approved and for projects that have ended; without it such rows are faults.
    public var reason: String?
    /// What the list calls projects that nobody else calls so, with their numbers.
    public var assigned: [String: Int64] = [:]

    public init(columns: [Part: Int], bookedOn: PartialDate) {
        self.columns = columns
        self.bookedOn = bookedOn
    }

    /// What the names of the columns suggest; each column is one thing at most.
    public static func guess(_ names: [String], on today: PartialDate) -> FundingMapping {
        let names = names.map { $0.lowercased() }
        var columns: [Part: Int] = [:]
        for part in Part.allCases {
            columns[part] = part.names.lazy.compactMap { names.firstIndex(of: $0) }
                .first { index in !columns.values.contains(index) }
        }
        var mapping = FundingMapping(columns: columns, bookedOn: today)
        mapping.kind = .paid
        mapping.basis = .stateShare
        mapping.source = .land
        mapping.year = Int64(today.year)
        return mapping
    }

    private static let separator = "\u{1F}"

    private static let assignment = "*projekt-"

    /// As the database keeps it: `projekt=0␟betrag=3␟*art=paid␟*tag=2026-11-20`.
    var stored: String {
        let parts = Part.allCases.compactMap { part in columns[part].map { "\(part.rawValue)=\($0)" } }
        let all: [(String, String?)] = [
            ("*art", kind?.rawValue), ("*grundlage", basis?.rawValue), ("*geldgeber", source?.rawValue),
            ("*jahr", year.map { String($0) }), ("*tag", bookedOn.text),
            ("*grund", reason?.replacing(Self.separator, with: " ")),
        ]
        let names = assigned.sorted { $0.key < $1.key }.enumerated().map { index, name in
            "\(Self.assignment)\(index)=\(name.value) \(name.key.replacing(Self.separator, with: " "))"
        }
        return (parts + all.compactMap { name, value in value.map { "\(name)=\($0)" } } + names)
            .joined(separator: Self.separator)
    }

    init(stored: String) throws(ValueFault) {
        var values: [String: String] = [:]
        for pair in stored.split(separator: Self.separator) {
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            if halves.count == 2 { values[halves[0]] = halves[1] }
        }
        guard let day = values["*tag"].flatMap(PartialDate.init) else {
            throw ValueFault("the mapping of a list cannot be read: \(stored)")
        }
        var columns: [Part: Int] = [:]
        for part in Part.allCases { columns[part] = values[part.rawValue].flatMap { Int($0) } }
        self.init(columns: columns, bookedOn: day)
        kind = values["*art"].flatMap { FundingKind(rawValue: $0) }
        basis = values["*grundlage"].flatMap { FundingBasis(rawValue: $0) }
        source = values["*geldgeber"].flatMap { FundingSource(rawValue: $0) }
        year = values["*jahr"].flatMap { Int64($0) }
        reason = values["*grund"]
        for (name, value) in values where name.hasPrefix(Self.assignment) {
            let halves = value.split(separator: " ", maxSplits: 1)
            if halves.count == 2, let number = Int64(halves[0]) { assigned[String(halves[1])] = number }
        }
    }
}

/// What a row of a list would become.
public struct ReadFundingRow: Equatable, Sendable {
    public let number: Int64
    /// Nil where the amount cannot be read.
    public let cents: Int64?
    public let result: Result

    public enum Result: Equatable, Sendable {
        case entry(ImportedEntry)
        /// The same stands further up in the list, or in the ledger.
        case duplicate(ImportedEntry)
        case subtotal
        case blank
        case faulty([InvalidForm.Fault])
    }
}

/// An entry that a row would become.
public struct ImportedEntry: Equatable, Sendable {
    public let project: LedgerProject
    let draft: FundingDraft

    public var kind: FundingKind { draft.kind }
    public var basis: FundingBasis { draft.basis }
    public var fiscalYear: Int64 { draft.fiscalYear }
    public var bookedOn: PartialDate { draft.bookedOn }
    public var cents: Int64 { draft.cents }
}

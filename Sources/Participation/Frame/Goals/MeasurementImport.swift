// SPDX-License-Identifier: EUPL-1.2

/// A list of values on its way to the indicators.
public struct MeasurementImport: Equatable, Sendable {
    public let id: String
    public let fileName: String
    /// The names of the columns.
    public let columns: [String]
    public let mapping: MeasurementMapping
    public let rowCount: Int64
    public let createdAt: String
    /// When its values were recorded; nil while it is only looked at.
    public let doneAt: String?
    public let undoneAt: String?

    /// More rows in one list would hold up everybody else for too long.
    public static let mostRows = 5_000
    /// In bytes.
    public static let largestFile = 5 * 1024 * 1024
}

/// What the columns of a list mean, and what holds for all rows.
public struct MeasurementMapping: Equatable, Sendable {
    /// What a column can be.
    public enum Part: String, CaseIterable, Sendable {
        case indicator = "indikator"
        case asOf = "stichtag"
        case value = "wert"
        case sourceName = "quelle"
        case sourceURL = "adresse"
        case reason = "grund"

        /// What such columns are often called, in small letters.
        var names: [String] {
            switch self {
            case .indicator: ["indikator", "kennzahl", "name", "schlüssel", "indicator", "key"]
            case .asOf: ["stichtag", "datum", "jahr", "stand", "as_of", "date", "year"]
            case .value: ["wert", "messwert", "ist", "value"]
            case .sourceName: ["quelle", "source"]
            case .sourceURL: ["adresse", "quellenadresse", "link", "url", "source_url", "source_address"]
            case .reason: ["grund", "begründung", "reason"]
            }
        }
    }

    /// The number of the column, from 0, for each part that has one.
    public var columns: [Part: Int]
    /// For rows that do not name their source.
    public var sourceName: String?
    /// For values that stand in the place of others; without it such rows need a reason of their own.
    public var reason: String?

    public init(columns: [Part: Int]) {
        self.columns = columns
    }

    /// What the names of the columns suggest; each column is one thing at most.
    static func guess(_ names: [String]) -> MeasurementMapping {
        let names = names.map { $0.lowercased() }
        var columns: [Part: Int] = [:]
        for part in Part.allCases {
            columns[part] = part.names.lazy.compactMap { names.firstIndex(of: $0) }
                .first { index in !columns.values.contains(index) }
        }
        return MeasurementMapping(columns: columns)
    }

    private static let separator = "\u{1F}"

    /// As the database keeps it: `indikator=0␟wert=3␟*quelle=Statistisches Landesamt`.
    var stored: String {
        let parts = Part.allCases.compactMap { part in columns[part].map { "\(part.rawValue)=\($0)" } }
        let common = [("*quelle", sourceName), ("*grund", reason)].compactMap { name, value in
            value.map { "\(name)=\($0.replacing(Self.separator, with: " "))" }
        }
        return (parts + common).joined(separator: Self.separator)
    }

    init(stored: String) {
        var values: [String: String] = [:]
        for pair in stored.split(separator: Self.separator) {
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            if halves.count == 2 { values[halves[0]] = halves[1] }
        }
        var columns: [Part: Int] = [:]
        for part in Part.allCases { columns[part] = values[part.rawValue].flatMap { Int($0) } }
        self.init(columns: columns)
        sourceName = values["*quelle"]
        reason = values["*grund"]
    }
}

/// What a row of a list would become.
public struct ReadMeasurementRow: Equatable, Sendable {
    public let number: Int64
    public let result: Result

    public enum Result: Equatable, Sendable {
        case value(ImportedMeasurement)
        /// The same value stands already, or further up in the list.
        case duplicate(ImportedMeasurement)
        case blank
        case faulty([InvalidForm.Fault])
    }
}

/// A value that a row would become.
public struct ImportedMeasurement: Equatable, Sendable {
    /// The id of the indicator.
    public let indicator: String
    public let name: String
    public let unit: String
    public let asOf: PartialDate
    public let value: ScaledDecimal
    public let sourceName: String
    public let sourceURL: String?
    /// What it would stand in the place of; nil where nothing stands.
    public let before: ScaledDecimal?
    public let reason: String?

    func row(on day: PartialDate) -> IndicatorValue {
        var row = IndicatorValue()
        row.asOf = asOf
        row.value = value
        row.sourceName = sourceName
        row.sourceURL = sourceURL
        row.recordedOn = day
        row.reason = before == nil ? nil : reason
        return row
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What the columns of a table mean, and what holds for all rows.
public struct ImportMapping: Equatable, Sendable {
    /// What a column can be.
    public enum Part: String, CaseIterable, Sendable {
        case title = "titel"
        case text
        case forum
        case municipality = "kommune"
        case day = "datum"
        case label = "gruppe"

        /// What such columns are often called, in small letters.
        var names: [String] {
            switch self {
            case .title: ["titel", "title", "überschrift", "betreff", "name der idee"]
            case .text: ["text", "beschreibung", "inhalt", "idee", "beitrag", "vorschlag", "description"]
            case .forum: ["forum", "themenforum", "thema", "kategorie"]
            case .municipality: ["kommune", "gemeinde", "stadt", "ort", "ags", "municipality"]
            case .day: ["datum", "eingereicht am", "eingang", "date", "created_at", "zeit"]
            case .label: ["gruppe", "von", "verfasst von", "author", "autor", "absender"]
            }
        }
    }

    /// The number of the column, from 0, for each part that has one.
    public var columns: [Part: Int]
    public var channel: IdeaChannel
    /// For rows without a day of their own.
    public var handedInOn: PartialDate

    public init(columns: [Part: Int], channel: IdeaChannel, handedInOn: PartialDate) {
        self.columns = columns
        self.channel = channel
        self.handedInOn = handedInOn
    }

    /// What the names of the columns suggest; each column is one thing at most.
    public static func guess(_ names: [String], on today: PartialDate) -> ImportMapping {
        let names = names.map { $0.lowercased() }
        var columns: [Part: Int] = [:]
        for part in Part.allCases {
            columns[part] = part.names.lazy.compactMap { names.firstIndex(of: $0) }
                .first { index in !columns.values.contains(index) }
        }
        return ImportMapping(columns: columns, channel: .paper, handedInOn: today)
    }

    /// As the database keeps it: `titel=1;text=2;weg=paper;tag=2026-11-20`.
    var stored: String {
        let parts = Part.allCases.compactMap { part in columns[part].map { "\(part.rawValue)=\($0)" } }
        return (parts + ["weg=\(channel.rawValue)", "tag=\(handedInOn.text)"]).joined(separator: ";")
    }

    init(stored: String) throws(ValueFault) {
        var columns: [Part: Int] = [:]
        var channel: IdeaChannel?
        var day: PartialDate?
        for pair in stored.split(separator: ";").map({ $0.split(separator: "=").map(String.init) })
        where pair.count == 2 {
            if let part = Part(rawValue: pair[0]) { columns[part] = Int(pair[1]) }
            if pair[0] == "weg" { channel = IdeaChannel(rawValue: pair[1]) }
            if pair[0] == "tag" { day = PartialDate(pair[1]) }
        }
        guard let channel, let day else { throw ValueFault("the mapping of an import cannot be read: \(stored)") }
        self.init(columns: columns, channel: channel, handedInOn: day)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What a category of an official status report means in the states that projects have here. Reports change their
/// categories from year to year; a word that nobody has mapped stays its own.
public enum StatusCategory: Equatable, Sendable {
    /// One of our states, or several that the report did not tell apart.
    case states([ProjectState])
    /// Proposed, decided or examined: the work has not been begun.
    case beforeStart
    /// What a report leaves over without saying how it stands.
    case remainder
    case unmapped

    /// - Parameter name: the key of the package, such as `in_umsetzung`
    public init(_ name: String) {
        let word = name.replacing("_", with: " ")
        if let state = ProjectState.allCases.first(where: { $0.word.replacing("_", with: " ") == word }) {
            self = .states([state])
        } else {
            self = Self.others[word] ?? .unmapped
        }
    }

    /// Our states behind the category, none where it matches none.
    public var states: [ProjectState] {
        if case .states(let states) = self { states } else { [] }
    }

    private static let others: [String: StatusCategory] = [
        "abgeschlossen oder ueberfuehrt": .states([.completed, .permanent, .handedOver]),
        "abgeschlossen oder überführt": .states([.completed, .permanent, .handedOver]),
        "ueberfuehrt": .states([.permanent, .handedOver]), "überführt": .states([.permanent, .handedOver]),
        "uebergeben": .states([.handedOver]),
        "in umsetzung": .states([.running]), "begonnen": .states([.running]),
        "nicht begonnen": .states([.notStarted]), "ruhend": .states([.suspended]),
        "eingestellt": .states([.discontinued]), "beendet": .states([.completed]),
        "vorgeschlagen": .beforeStart, "beschlossen": .beforeStart, "in pruefung": .beforeStart,
        "in prüfung": .beforeStart, "in vorbereitung": .states([.planned]),
        "uebrige": .remainder, "übrige": .remainder, "sonstige": .remainder,
    ]
}

extension StatusReport {
    /// The categories that came or went between two reports. A report without categories says nothing of them.
    public struct Change: Equatable, Sendable {
        public let from: PartialDate
        public let to: PartialDate
        public let added: [NamedEntry]
        public let dropped: [NamedEntry]
    }

    /// How many of the total the report puts into no category.
    public var undivided: Int64 { max(0, total - counts.compactMap(\.number).reduce(0, +)) }

    /// Report by report, oldest first; only where the words differ.
    public static func changes(_ reports: [StatusReport]) -> [Change] {
        let divided = reports.filter { !$0.counts.isEmpty }
        return zip(divided, divided.dropFirst()).compactMap { earlier, later in
            let added = later.counts.filter { entry in !earlier.counts.contains { $0.name == entry.name } }
            let dropped = earlier.counts.filter { entry in !later.counts.contains { $0.name == entry.name } }
            guard !added.isEmpty || !dropped.isEmpty else { return nil }
            return Change(from: earlier.asOf, to: later.asOf, added: added, dropped: dropped)
        }
    }
}

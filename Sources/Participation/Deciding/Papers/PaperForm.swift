// SPDX-License-Identifier: EUPL-1.2

/// What was typed for a paper.
public struct PaperForm: Equatable, Sendable {
    public var title: String?
    public var fileNumber: String?
    /// The key of the ministry that leads.
    public var ministry: String?
    public var handling: String?
    public var urgency: String?
    public var texts: [PaperPart: String] = [:]
    /// The numbers of proposals that become items.
    public var proposals: [String] = []
    /// What was typed for the items that are there, by their label.
    public var entries: [String: Entry] = [:]
    /// An item without a proposal.
    public var newTitle: String?
    public var newText: String?
    /// The number of the decision that the new item puts right.
    public var corrects: String?
    public var revision: String?

    public struct Entry: Equatable, Sendable {
        public var text: String?
        public var exceptionBy: String?
        public var exceptionReason: String?
        public var isTakenOut = false

        public init() {}
    }

    public enum Field {
        public static let title = "titel"
        public static let fileNumber = "aktenzeichen"
        public static let ministry = "ressort"
        public static let handling = "behandlung"
        public static let urgency = "eile"
        public static let proposals = "vorschlag"
        public static let newTitle = "neu-titel"
        public static let newText = "neu-text"
        public static let corrects = "neu-berichtigt"
        public static let revision = "fassung"

        public static func text(_ part: PaperPart) -> String { "teil-\(part.rawValue)" }
        public static func entryText(_ label: String) -> String { "punkt-\(label)-text" }
        public static func exceptionBy(_ label: String) -> String { "punkt-\(label)-ausnahme" }
        public static func exceptionReason(_ label: String) -> String { "punkt-\(label)-grund" }
        public static func takenOut(_ label: String) -> String { "punkt-\(label)-weg" }
    }

    public static let longestItem = 5_000

    public init() {}

    /// The head of a paper once it has been checked.
    struct Head {
        let title: String
        let fileNumber: String?
        let ministry: String
    }

    func head(_ choices: SynopsisChoices, _ check: inout FormCheck) -> Head {
        let title = check.line(title, field: Field.title, missing: "title-missing", limit: 200)
        let fileNumber = check.optionalLine(fileNumber, field: Field.fileNumber, limit: 80)
        let ministry = ministry.flatMap { key in choices.ministries.first { $0.key == key }?.key }
        if ministry == nil { check.add(Field.ministry, "ministry-missing") }
        return Head(title: title ?? "", fileNumber: fileNumber, ministry: ministry ?? "")
    }

    /// The parts that are not empty, in the order of the paper.
    func parts(_ template: PaperTemplate, _ check: inout FormCheck) -> [PaperPartRecord] {
        template.texts.map(\.part).compactMap { part in
            guard let typed = texts[part] else { return nil }
            return check.passage(typed, field: Field.text(part), missing: "text-missing", limit: PaperPart.limit)
                .map { PaperPartRecord(part, $0) }
        }
    }
}

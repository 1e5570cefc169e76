// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Reads the rows of a table as ideas, and says of each what is wrong with it.
struct ReadImport {
    let mapping: ImportMapping
    let today: PartialDate
    private let forums: [String: String]
    private let municipalities: [String: String]

    init(_ mapping: ImportMapping, _ choices: IdeaChoices, today: PartialDate) {
        self.mapping = mapping
        self.today = today
        var forums: [String: String] = [:]
        for forum in choices.forums {
            forums[String(forum.number)] = String(forum.number)
            if let topic = forum.topic { forums[SortKey.make(topic)] = String(forum.number) }
        }
        var municipalities: [String: String] = [:]
        for place in choices.municipalities {
            municipalities[place.ags] = place.ags
            municipalities[SortKey.make(place.name)] = place.ags
        }
        self.forums = forums
        self.municipalities = municipalities
    }

    /// All rows in their order.
    ///
    /// - Parameter isKnown: whether an idea with this title and text is in the programme already
    func read(_ rows: [ImportRow], isKnown: (IdeaDraft) -> Bool) -> [ReadRow] {
        var seen: Set<String> = []
        return rows.map { row in
            do throws(InvalidForm) {
                let draft = try draft(of: row)
                let isNew = seen.insert(Self.mark(draft.title, draft.text)).inserted && !isKnown(draft)
                return ReadRow(row: row, result: isNew ? .idea(draft) : .duplicate(draft))
            } catch {
                return ReadRow(row: row, result: .faulty(error.faults))
            }
        }
    }

    /// The same for texts that differ only in case, gaps and punctuation.
    static func mark(_ title: String, _ text: String) -> String {
        SortKey.make(title) + "\n" + SortKey.make(text)
    }

    private func draft(of row: ImportRow) throws(InvalidForm) -> IdeaDraft {
        typealias Part = ImportMapping.Part
        var check = FormCheck()
        let text = check.passage(
            cell(.text, row), field: Part.text.rawValue, missing: "idea-text-missing", limit: IdeaDraft.longestText)
        let title = check.optionalLine(
            cell(.title, row), field: Part.title.rawValue, limit: IdeaDraft.longestTitle)
        let label = check.optionalLine(cell(.label, row), field: Part.label.rawValue, limit: IdeaForm.longestLabel)
        let forum = choice(.forum, row, forums, &check)
        let municipality = choice(.municipality, row, municipalities, &check)
        let day = day(row, &check)
        try check.finish()
        return IdeaDraft(
            title: title ?? Self.opening(of: text ?? ""), text: text ?? "", forum: forum, municipality: municipality,
            authorLabel: label, submittedOn: day)
    }

    private func cell(_ part: ImportMapping.Part, _ row: ImportRow) -> String? {
        guard let column = mapping.columns[part], row.cells.indices.contains(column) else { return nil }
        let text = row.cells[column]
        return text.contains { !$0.isWhitespace } ? text : nil
    }

    private func choice(
        _ part: ImportMapping.Part, _ row: ImportRow, _ known: [String: String], _ check: inout FormCheck
    ) -> String? {
        guard let typed = check.optionalLine(cell(part, row), field: part.rawValue, limit: 200) else { return nil }
        if let found = known[typed] ?? known[SortKey.make(typed)] { return found }
        check.add(part.rawValue, "unknown-choice")
        return nil
    }

    /// `2026-11-20`, with or without a time behind it, or `20.11.2026`.
    private func day(_ row: ImportRow, _ check: inout FormCheck) -> PartialDate {
        let field = ImportMapping.Part.day.rawValue
        guard let typed = check.optionalLine(cell(.day, row), field: field, limit: 40) else {
            return mapping.handedInOn
        }
        let parts = typed.prefix { !$0.isWhitespace }.split(separator: ".").map(String.init)
        let german = parts.count == 3 ? "\(parts[2])-\(Self.padded(parts[1]))-\(Self.padded(parts[0]))" : nil
        guard let day = PartialDate(german ?? String(typed.prefix(10))), day.precision == .day else {
            check.add(field, "day-missing")
            return mapping.handedInOn
        }
        if day > today { check.add(field, "day-in-future") }
        return day
    }

    private static func padded(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }

    /// A title for a text that has none: its first words.
    private static func opening(of text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
        guard line.count > 80 else { return line }
        let start = line.prefix(80)
        return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + " …"
    }
}

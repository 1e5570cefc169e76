// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What somebody else saved meanwhile, beside what was typed. Template `Projects/conflict`.
struct ConflictNote: Sendable {
    let notice: Notice
    let lines: [Line]

    struct Line: Sendable {
        let label: String
        let text: String
    }

    static let sample = ConflictNote(
        notice: .sample, lines: [Line(label: "Titel", text: "Landbus")])
}

extension ConflictNote {
    /// - Parameters:
    ///   - labels: what the fields are called, by their names
    ///   - words: what stands for the values of choices, by their keys
    init(
        _ conflict: Outdated, labels: [String: String], words: [String: String] = [:], in context: SiteContext
    ) {
        notice = Notice(
            context.text("projects.work.conflict"), heading: context.text("projects.work.conflict-heading"),
            tone: .warning)
        lines = conflict.theirs.map { field in
            let text = field.text.isEmpty ? context.text("design.unknown") : words[field.text] ?? field.text
            return Line(label: labels[field.field] ?? field.field, text: text)
        }
    }
}

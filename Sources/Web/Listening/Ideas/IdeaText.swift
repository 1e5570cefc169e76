// SPDX-License-Identifier: EUPL-1.2

import Markup

/// The text of an idea on its own page: a sentence or two stand as the opening, everything longer as a text of its own.
struct IdeaText: Sendable {
    let lead: ProgrammeText?
    /// HTML made by `Markup`.
    let body: Body?

    struct Body: Sendable {
        let bodyHTML: String
        let language: String?
    }

    private static let longestLead = 600
    private static let marks: Set<Character> = ["*", "_", "`", "[", "]", "<", ">", "#", "\\"]

    init(_ text: ProgrammeText) throws {
        let isLead =
            text.text.count <= Self.longestLead && !text.text.contains { $0.isNewline || Self.marks.contains($0) }
        lead = isLead ? text : nil
        body =
            isLead
            ? nil : Body(bodyHTML: try Markup.html(fromParticipant: text.text).text, language: text.language)
    }

    /// The beginning of a text in one line, for lists.
    static func excerpt(_ text: String, most: Int = 280) -> String {
        let words = text.unicodeScalars.prefix(most * 2).split(whereSeparator: \.properties.isWhitespace)
        let line = words.map { String($0) }.joined(separator: " ")
        guard line.utf8.count > most, line.count > most else { return line }
        let cut = line.prefix(most)
        return String(cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + " …"
    }
}

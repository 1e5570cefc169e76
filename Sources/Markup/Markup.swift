// SPDX-License-Identifier: EUPL-1.2

/// CommonMark to safe HTML. There are two kinds of author: staff, whose texts may hold tables, and participants,
/// whose links carry a note that the site does not vouch for them.
///
/// Raw HTML is never passed on: it is shown as the text it was typed as, so that nothing typed gets lost.
public enum Markup {
    /// Changes whenever the same source may give other HTML, so that stored HTML can be made anew.
    public static let version = 1
    public static let longestStaffText = 200_000
    public static let longestParticipantText = 20_000
    /// Debian's table extension turns 20 kB into 62 MB of HTML when it is let loose.
    public static let mostTableCells = 2_000

    /// HTML that only this module makes; everything else in a page is escaped.
    public struct HTML: Equatable, Sendable {
        public let text: String
    }

    /// Why a text is not rendered.
    public enum Refusal: Error, Equatable, Sendable {
        case tooLong(limit: Int)
        case tooManyTableCells(limit: Int)
    }

    /// HTML from a text of the programme's own people. Headings begin at the level given, since the page has its own.
    public static func html(fromStaff source: String, topLevel: Int = 2) throws(Refusal) -> HTML {
        try checkLength(source, limit: longestStaffText)
        let cells = TableCells.possible(in: source)
        guard cells < mostTableCells else { throw .tooManyTableCells(limit: mostTableCells) }
        return HTML(text: Rendering(author: .staff, topLevel: topLevel, hasTables: cells > 0).html(from: source))
    }

    /// HTML from a text of a participant: line breaks are kept, and there are no tables and no pictures.
    public static func html(fromParticipant source: String, topLevel: Int = 3) throws(Refusal) -> HTML {
        try checkLength(source, limit: longestParticipantText)
        return HTML(text: Rendering(author: .participant, topLevel: topLevel, hasTables: false).html(from: source))
    }

    /// Bytes count as well: a single visible character may be arbitrarily many of them.
    private static func checkLength(_ source: String, limit: Int) throws(Refusal) {
        guard source.utf8.count <= limit * 4, source.count <= limit else { throw .tooLong(limit: limit) }
    }
}

/// Counts, before parsing, how many cells the tables of a text could have.
enum TableCells {
    /// Zero when no line could be the delimiter row of a table.
    static func possible(in source: String) -> Int {
        var lines = 0
        var columns = 0
        var hasDelimiter = false
        for line in source.split(whereSeparator: \.isNewline) {
            let bars = line.utf8.count { $0 == UInt8(ascii: "|") }
            columns = max(columns, bars + 1)
            lines += 1
            hasDelimiter = hasDelimiter || isDelimiter(line)
        }
        return hasDelimiter ? lines * columns : 0
    }

    private static func isDelimiter(_ line: Substring) -> Bool {
        line.utf8.contains(UInt8(ascii: "-")) && line.utf8.allSatisfy { " \t|:->".utf8.contains($0) }
    }
}

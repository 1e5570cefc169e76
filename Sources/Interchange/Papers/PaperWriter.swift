// SPDX-License-Identifier: EUPL-1.2

/// Takes a document block by block, in reading order, so that it is never in memory as a whole. The same blocks give a
/// Word file and a PDF.
public protocol PaperWriter: AnyObject {
    /// How many rows of tables were written, heads not counted.
    var rowCount: Int { get }
    func write(_ block: PaperBlock) throws
    /// Writes the file; nothing comes after that.
    func finish() throws
}

/// What the whole document is.
public struct PaperSheet: Equatable, Sendable {
    public let title: String
    /// Whose document it is.
    public let author: String
    /// `de` or `en`.
    public let language: String
    /// A4 across rather than upright.
    public let isLandscape: Bool
    /// Stands at the foot of each page before its number.
    public let footer: String

    public init(title: String, author: String, language: String, isLandscape: Bool, footer: String) {
        self.title = title
        self.author = author
        self.language = language
        self.isLandscape = isLandscape
        self.footer = footer
    }
}

/// One thing after the other, as it stands on paper.
public enum PaperBlock: Equatable, Sendable {
    case title(String)
    /// From level 1 below the title to level 3.
    case heading(String, level: Int)
    case paragraph([PaperRun])
    case bullet([PaperRun])
    case picture(PaperPicture)
    /// A table begins; its head is repeated on every page.
    case table(PaperTable)
    case row([PaperCell])
    case tableEnd
    case pageBreak
}

/// A piece of text that looks one way.
public struct PaperRun: Equatable, Sendable {
    public let text: String
    public let look: Look

    public enum Look: Sendable {
        case plain, strong, slight
        /// Text that a change adds, and text that it takes away.
        case inserted, deleted
    }

    public init(_ text: String, _ look: Look = .plain) {
        self.text = text
        self.look = look
    }
}

public struct PaperTable: Equatable, Sendable {
    /// What the table is, for those who listen; not drawn.
    public let caption: String
    public let columns: [Column]

    public struct Column: Equatable, Sendable {
        public let name: String
        /// How wide it is beside the others.
        public let share: Int

        public init(_ name: String, share: Int) {
            self.name = name
            self.share = share
        }
    }

    public init(caption: String, columns: [Column]) {
        self.caption = caption
        self.columns = columns
    }
}

/// A cell is one or more paragraphs.
public struct PaperCell: Equatable, Sendable {
    public let paragraphs: [[PaperRun]]
    /// Names its row.
    public let isHeading: Bool

    public init(_ paragraphs: [[PaperRun]], isHeading: Bool = false) {
        self.paragraphs = paragraphs.isEmpty ? [[]] : paragraphs
        self.isHeading = isHeading
    }

    public init(_ text: String, isHeading: Bool = false) {
        self.init(text.split(separator: "\n\n").map { [PaperRun(String($0))] }, isHeading: isHeading)
    }
}

/// Why a document could not be made.
public enum PaperFault: Error, Equatable, Sendable {
    case unwritable(reason: String)
    /// A row outside of a table, a table that was not ended, a block after the end.
    case misplaced
}

extension PaperWriter {
    public func title(_ text: String) throws { try write(.title(text)) }

    public func heading(_ text: String, level: Int = 1) throws { try write(.heading(text, level: level)) }

    public func paragraph(_ text: String, _ look: PaperRun.Look = .plain) throws {
        try write(.paragraph([PaperRun(text, look)]))
    }

    /// A text of several paragraphs, with an empty line between two of them.
    public func passage(_ text: String) throws {
        for part in text.split(separator: "\n\n") { try paragraph(String(part)) }
    }

    public func bullet(_ text: String) throws { try write(.bullet([PaperRun(text)])) }
}

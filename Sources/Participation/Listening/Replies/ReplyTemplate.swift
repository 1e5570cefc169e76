// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A text block for answers, with places that the idea fills: `{titel}`.
public struct ReplyTemplate: Equatable, Sendable {
    public let id: String
    public let title: String
    public let text: String

    /// What can stand in braces.
    public enum Placeholder: String, CaseIterable, Sendable {
        case number = "nummer"
        case title = "titel"
        case forum
        case office = "stelle"
        case submitted = "eingang"
    }

    /// The text with what is known of the idea; a place that nothing is known for stays as it is and must be written.
    public func filled(_ values: [Placeholder: String]) -> String {
        Placeholder.allCases.reduce(text) { text, placeholder in
            guard let value = values[placeholder] else { return text }
            return text.replacing("{\(placeholder.rawValue)}", with: value)
        }
    }

    /// Whether a text still has a place to fill: a word in braces.
    public static func hasPlaceholder(_ text: String) -> Bool {
        text.contains(/\{[a-zäöüß_-]{1,30}\}/.ignoresCase())
    }

    /// The names of the fields in the form.
    public enum Field {
        public static let title = "name"
        public static let text = "baustein"
    }
}

/// The programme office adds a text block.
public struct AddReplyTemplate: Sendable {
    private let title: String?
    private let text: String?
    private let programme: String

    public init(title: String?, text: String?, in programme: String) {
        self.title = title
        self.text = text
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.maySetReplies(in: programme).check()
        var check = FormCheck()
        let title = check.line(title, field: ReplyTemplate.Field.title, missing: "template-name-missing", limit: 80)
        let text = check.passage(
            text, field: ReplyTemplate.Field.text, missing: "template-text-missing", limit: ReplyForm.longestText)
        if let title, try ReplyTemplate.list(in: programme, db).contains(where: { $0.title == title }) {
            check.add(ReplyTemplate.Field.title, "template-name-taken")
        }
        try check.finish()
        try ReplyTemplate(id: Digest.random(bytes: 16), title: title ?? "", text: text ?? "")
            .insert(in: programme, db)
    }
}

/// The programme office takes a text block away. Answers that were written with it stay as they are.
public struct RemoveReplyTemplate: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.maySetReplies(in: programme).check()
        try ReplyTemplate.delete(id, in: programme, db)
    }
}

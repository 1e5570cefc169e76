// SPDX-License-Identifier: EUPL-1.2

/// The files that were chosen in one form, kept here until the form is sent for good: neither a mistake in another
/// field nor a restart loses them. Its text stands in the form and is guessed by nobody.
public struct AttachmentShelf: Equatable, Sendable {
    public let text: String

    /// The field of a form that names the shelf.
    public static let field = "ablage"
    /// How many files one form takes.
    public static let mostFiles = 5
    /// For how long files wait for their form.
    public static let seconds: Int64 = 24 * 60 * 60

    public static func make() -> AttachmentShelf { AttachmentShelf(secret: Secret.make()) }

    /// The shelf that a form names; nil for anything that cannot be one.
    public init?(_ text: String?) {
        guard let secret = text.flatMap({ Secret($0) }) else { return nil }
        self.init(secret: secret)
    }

    private init(secret: Secret) {
        text = secret.text
    }
}

/// A file on a shelf, with what was written about it so far.
public struct AttachmentDraft: Equatable, Sendable {
    public let id: String
    public let file: StoredFile
    public let name: String
    /// What can be seen on a picture, or what a paper is about.
    public let description: String?

    public static let longestDescription = 300
}

/// What was typed about the files of a form: a description for each, and which are not wanted any more.
public struct AttachmentForm: Equatable, Sendable {
    public let shelf: AttachmentShelf?
    /// By the id of the file.
    public var descriptions: [String: String]
    public var unwanted: Set<String>

    public init(shelf: AttachmentShelf? = nil, descriptions: [String: String] = [:], unwanted: Set<String> = []) {
        self.shelf = shelf
        self.descriptions = descriptions
        self.unwanted = unwanted
    }

    /// The fields by the names they have in a form.
    public enum Field {
        /// Where a file is chosen.
        public static let file = "anhang"
        /// What is said about the file that is being chosen.
        public static let newDescription = "anhang-beschreibung"
        public static func description(_ id: String) -> String { "anhang-beschreibung-\(id)" }
        public static func unwanted(_ id: String) -> String { "anhang-entfernen-\(id)" }
    }
}

extension FormCheck {
    /// The files that go along, each with its description: pictures need one, so that nobody is left out.
    public mutating func attachments(_ drafts: [AttachmentDraft]) {
        for draft in drafts {
            let field = AttachmentForm.Field.description(draft.id)
            if draft.file.mediaType.isPicture {
                _ = line(
                    draft.description, field: field, missing: "alt-missing", limit: AttachmentDraft.longestDescription)
            } else {
                _ = optionalLine(draft.description, field: field, limit: AttachmentDraft.longestDescription)
            }
        }
    }
}

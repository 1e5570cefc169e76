// SPDX-License-Identifier: EUPL-1.2

/// One act of the journal. Entries form one chain per installation; each digest covers the entry and the one before.
public struct JournalEntry: Equatable, Sendable {
    public let number: Int64
    public let recordedAt: String
    public let effectiveOn: String
    public let actor: String
    /// As it stands in the chain; an altered entry may hold a word that is no verb.
    public let verb: String
    /// The id of the matter the act was about; it stays when the matter is gone.
    public let subject: String
    /// Which record form the content has, such as `project/1`.
    public let form: String
    public let contentDigest: String
    public let previousDigest: String
    public let digest: String

    /// The digest that the entry's fields should have.
    static func digest(
        number: Int64, recordedAt: String, effectiveOn: String, actor: String, verb: String, subject: String,
        form: String, contentDigest: String, previousDigest: String
    ) -> String {
        let fields: [PlainValue.Member] = [
            .init("number", .integer(number)), .init("recorded_at", .text(recordedAt)),
            .init("effective_on", .text(effectiveOn)), .init("actor", .text(actor)), .init("verb", .text(verb)),
            .init("subject", .text(subject)), .init("form", .text(form)),
            .init("content_digest", .text(contentDigest)), .init("previous_digest", .text(previousDigest)),
        ]
        return Digest.make(CanonicalJSON.text(.object(fields)))
    }

    /// The digest of a content with its salt, so that an erased content cannot be guessed from its digest.
    static func contentDigest(salt: String, content: String) -> String {
        Digest.make("\(salt)\n\(content)")
    }

    /// The actor of what no person did: imports, dates that pass.
    static let system = "system"

    /// The digest before the first entry.
    static let origin = String(repeating: "0", count: 64)
}

/// What was done.
public enum JournalVerb: String, Sendable, CaseIterable {
    case imported, created, changed, removed
}

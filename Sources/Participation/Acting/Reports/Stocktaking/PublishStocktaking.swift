// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A report that has been published: it stays as it was, whatever becomes known later.
public struct PublishedStocktaking: Equatable, Sendable {
    let id: String
    public let number: Int64
    public let day: PartialDate
    public let knownAt: String
    public let journalNumber: Int64
    /// SHA-256 of the file, by which anybody can see that it is the same.
    public let digest: String
    public let publishedAt: String

    /// How the journal names its content.
    static let form = "stocktaking/1"

    /// What the journal holds of it: with the digest of the file nobody can exchange the report unseen.
    var content: String {
        CanonicalJSON.text(
            .object([
                .init("number", .integer(number)), .init("effective_on", .text(day.text)),
                .init("known_at", .text(knownAt)), .init("journal_number", .integer(journalNumber)),
                .init("digest", .text(digest)),
            ]))
    }
}

/// The programme office publishes a report.
public struct PublishStocktaking: Sendable {
    private let stocktaking: Stocktaking
    private let file: String
    private let programme: String

    /// - Parameter file: the report as it is kept
    public init(_ stocktaking: Stocktaking, file: String, in programme: String) {
        self.stocktaking = stocktaking
        self.file = file
        self.programme = programme
    }

    /// Tells the number of the report.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        let person = try visitor.person(if: visitor.mayPublishStocktaking(in: programme))
        let published = try PublishedStocktaking.insert(stocktaking, file: file, in: programme, at: now, db)
        var journal = try JournalWriting(by: person.actor ?? JournalEntry.system, at: now, in: db)
        try journal.record(
            .created, subject: published.id, of: programme, form: PublishedStocktaking.form,
            content: published.content)
        return published.number
    }
}

extension Visitor {
    /// To publish a report about the whole programme.
    public func mayPublishStocktaking(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let mayPublish = holds(anyOf: [.programmeOffice, .administrator], in: programme)
        return mayPublish ? .allowed : .refused("publish-only-by-programme-office")
    }
}

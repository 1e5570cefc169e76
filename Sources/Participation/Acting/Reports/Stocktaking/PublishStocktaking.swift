// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A report that has been published: it stays as it was, whatever becomes known later.
public struct PublishedStocktaking: Equatable, Sendable {
    public let number: Int64
    public let day: PartialDate
    public let knownAt: String
    public let journalNumber: Int64
    /// SHA-256 of the file, by which anybody can see that it is the same.
    public let digest: String
    public let publishedAt: String
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
        try visitor.mayPublishStocktaking(in: programme).check()
        return try PublishedStocktaking.insert(stocktaking, file: file, in: programme, at: now, db)
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

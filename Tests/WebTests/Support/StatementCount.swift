// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Logging
import Storage
import Synchronization

@testable import Web

/// Counts the SQL statements that a page needs, so that none is asked row by row.
final class StatementCount: Sendable {
    private let statements = Mutex(0)

    /// The bundled site over a database whose statements are counted here.
    func site(_ engine: Engine = .sqlite) async throws -> Site {
        try site(over: try await Bundled.database(engine))
    }

    /// A site over another database whose statements are counted here.
    func site(over database: Database) throws -> Site {
        let database = database.observing { [self] _ in statements.withLock { $0 += 1 } }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try Site(
            database: database, settings: SiteSettings(resources: Bundled.resources), programmes: Site.programmes,
            clock: { Bundled.now }, logger: logger)
    }

    /// How many statements a page takes.
    func count(of target: String, in browser: Browser) async throws -> Int {
        let before = statements.withLock { $0 }
        _ = try await browser.get(target)
        return statements.withLock { $0 } - before
    }
}

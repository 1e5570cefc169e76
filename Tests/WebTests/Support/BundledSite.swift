// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Logging
import Storage

@testable import Web

extension Bundled {
    /// The portal over both bundled programmes: Ruhr-Konferenz at the root, Musterregion at `/p/musterregion`.
    static func site(_ engine: Engine = .sqlite) async throws -> Site {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try Site(
            database: await database(engine), settings: SiteSettings(resources: resources), programmes: Site.programmes,
            clock: { now }, logger: logger)
    }

    /// A day in November 2026, so that what is due or planned reads the same in every run.
    static let now = Date(timeIntervalSince1970: 1_795_427_200)
}

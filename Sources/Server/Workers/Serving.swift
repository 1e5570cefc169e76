// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Logging
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// The portal and whoever works beside it; all end together at SIGTERM and Ctrl-C, with what is under way done.
struct Serving {
    /// Nil while no mail server is set: then mails stay in the outbox.
    let mail: MailSettings?
    let exports: ExportRound
    let site: Site
    let logger: Logger

    func run(_ application: some ApplicationProtocol) async throws {
        var services: [any Service] = [
            application, ErrandWorker(site: site, logger: logger), ExportWorker(round: exports, logger: logger),
        ]
        if let mail { services.append(MailWorker(round: MailRound(site.database, mail), logger: logger)) }
        try await ServiceGroup(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
        ).run()
    }
}

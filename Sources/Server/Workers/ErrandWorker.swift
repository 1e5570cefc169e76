// SPDX-License-Identifier: EUPL-1.2

import Logging
import ServiceLifecycle
import Web

/// Does beside the portal what is to be done at its time and nobody asks for by a click: notices become mails, offices
/// are reminded and take over from each other. Several programs on one database share the work; each errand looks for
/// itself what is still to do.
struct ErrandWorker: Service {
    let site: Site
    let logger: Logger
    /// What became due is looked for so often.
    var pause: Duration = .seconds(10)

    struct Errand: Sendable {
        let name: String
        let run: @Sendable (Site) async throws -> Void
    }

    static let errands = [
        Errand(name: "hand-overs") { try await $0.followHandOvers() },
        Errand(name: "notices") { try await $0.mailNotices() },
        Errand(name: "reminders") { try await $0.remindOffices() },
        Errand(name: "escalations") { try await $0.escalateReports() },
        Errand(name: "invitations") { try await $0.mailInvitations() },
    ]

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            for errand in Self.errands { await run(errand) }
            await cancelWhenGracefulShutdown {
                do { try await Task.sleep(for: pause) } catch { return }
            }
        }
    }

    /// One that fails does not keep the others from their work; it is tried again after the pause.
    private func run(_ errand: Errand) async {
        do {
            try await errand.run(site)
        } catch {
            logger.error("\(errand.name): \(error)")
        }
    }
}

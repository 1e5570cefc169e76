// SPDX-License-Identifier: EUPL-1.2

import Logging
import Participation
import Storage

/// Sees to it while the portal runs that every project which has to report owes a report.
enum ProjectDates {
    private static let pause = Duration.seconds(600)

    /// Looks every ten minutes, until it is cancelled. A look that fails is logged and tried again.
    static func follow(in database: Database, _ logger: Logger) async {
        while !Task.isCancelled {
            let now = Clock.now
            do {
                let isDue = try await database.read { db in try FollowProjectDates.isDue(at: now, in: db) }
                if isDue { try await database.write { db in try FollowProjectDates().run(at: now, in: db) } }
            } catch {
                logger.error("The dates of projects could not be followed: \(error)")
            }
            do {
                try await Task.sleep(for: pause)
            } catch {
                return
            }
        }
    }
}

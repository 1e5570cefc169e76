// SPDX-License-Identifier: EUPL-1.2

import Logging
import Participation
import Storage

/// Moves consultations along while the portal runs: open on their first day, closed after their last. Decision papers
/// follow the same clock.
enum ConsultationDates {
    private static let pause = Duration.seconds(60)

    /// Looks once a minute, until it is cancelled. A look that fails is logged and tried again.
    static func follow(in database: Database, _ logger: Logger) async {
        while !Task.isCancelled {
            let now = Clock.now
            do {
                let isDue = try await database.read { db in try FollowConsultationDates.isDue(at: now, in: db) }
                if isDue { try await database.write { db in try FollowConsultationDates().run(at: now, in: db) } }
            } catch {
                logger.error("The dates of consultations could not be followed: \(error)")
            }
            await followPapers(in: database, at: now, logger)
            do {
                try await Task.sleep(for: pause)
            } catch {
                return
            }
        }
    }

    /// What was decided and confirmed becomes public at the moment that was set.
    private static func followPapers(in database: Database, at now: Moment, _ logger: Logger) async {
        do {
            let isDue = try await database.read { db in try FollowPaperTimes.isDue(at: now, in: db) }
            if isDue { try await database.write { db in try FollowPaperTimes().run(at: now, in: db) } }
        } catch {
            logger.error("The times of decision papers could not be followed: \(error)")
        }
    }
}

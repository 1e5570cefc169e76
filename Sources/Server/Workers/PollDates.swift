// SPDX-License-Identifier: EUPL-1.2

import Logging
import Participation
import Storage

/// Moves polls along while the portal runs: open on their first day, counted after their last; then their keys are
/// destroyed.
struct PollDates: Sendable {
    let database: Database
    let keys: PollKeys

    private static let pause = Duration.seconds(20)

    /// Looks every twenty seconds, until it is cancelled. A look that fails is logged and tried again.
    func follow(_ logger: Logger) async {
        while !Task.isCancelled {
            do {
                try await look(at: Clock.now)
            } catch {
                logger.error("The dates of polls could not be followed: \(error)")
            }
            do {
                try await Task.sleep(for: Self.pause)
            } catch {
                return
            }
        }
    }

    /// A key goes only after the count has been written for good. If the program ends in between, the next look does
    /// it.
    func look(at now: Moment) async throws {
        if try await database.read({ db in try FollowPollDates.isDue(at: now, in: db) }) {
            _ = try await database.write { db in try FollowPollDates().run(at: now, in: db) }
        }
        try keys.destroy(try await database.read { db in try Poll.closed(db) })
    }
}

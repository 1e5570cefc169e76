// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The demonstration lets everybody be anybody. So it starts only where nobody but the person at this machine can come
/// in, and only with people who do not exist.
enum DemoServing {
    private static let loopback = ["127.0.0.1", "localhost", "::1"]

    /// - Throws: a sentence that says what stands in the way
    static func check(host: String, _ settings: Settings) throws {
        guard loopback.contains(host) else {
            throw CommandFailure("dreiklang: --demo listens on 127.0.0.1 only, not on \(host).")
        }
        guard try settings.publicURL == nil else {
            throw CommandFailure("dreiklang: --demo does not go with DREIKLANG_PUBLIC_URL.")
        }
        guard settings.trustedProxies.isEmpty else {
            throw CommandFailure("dreiklang: --demo does not go with DREIKLANG_TRUSTED_PROXIES.")
        }
    }

    static func prepare(_ database: Database, host: String, _ settings: Settings) async throws {
        try check(host: host, settings)
        let now = Clock.now
        let count = try await database.write { db in try MakeDemoPeople().run(at: now, in: db) }
        Console.say(
            count == 0
                ? "There is no invented programme, so --demo has nobody to sign in as."
                : "Demonstration: \(count) invented people can be signed in as at /anmelden, from this machine only.")
    }
}

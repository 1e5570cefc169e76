// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation

extension Site {
    /// Whoever the request comes from, as far as its cookie says; nil for guests.
    ///
    /// A session of the demonstration counts only while the demonstration is on and the request comes from this
    /// machine.
    func signedIn(_ request: Request) async throws -> SignedIn? {
        guard let secret = sessionCookie.secret(in: request) else { return nil }
        let now = Moment(clock())
        guard let found = try await read({ db in try SignedIn.find(secret, at: now, in: db) }) else { return nil }
        if found.session.isDemo, !isDemonstration(for: request) { return nil }
        if found.isStale(at: now) {
            try await write { db in try NoteSession(found.session).run(at: now, in: db) }
        }
        return found
    }

    /// The invented people may be signed in as by whoever sits at this machine, and by nobody else.
    func isDemonstration(for request: Request) -> Bool {
        guard entrance.isDemonstration, let authority = request.head.authority else { return false }
        let host = authority.prefix { $0 != ":" }
        let forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"]
        return (host == "127.0.0.1" || host == "localhost")
            && forwarding.allSatisfy { name in HTTPField.Name(name).map { !request.headers.contains($0) } ?? true }
    }
}

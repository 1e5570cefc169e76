// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Who handed in a contribution. Never public and never journalled: the public reads the label that the contribution
/// itself bears.
public enum ContributionAuthor {
    /// Notes who handed something in, once however often it is said, and lets the person follow it.
    ///
    /// - Parameters:
    ///   - person: nil for what an organisation handed in and nobody in particular
    ///   - organisation: for whom the person spoke; nil for the person's own
    public static func record(
        matter: String, person: String?, organisation: String? = nil, at now: Moment, in db: Connection
    ) throws {
        try insert(matter: matter, person: person, organisation: organisation, at: now, in: db)
        if let person { try Follow.begin(person: person, matter: matter, at: now, in: db) }
    }
}

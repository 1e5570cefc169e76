// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The link in each mail about news that ends such mails. Whoever holds it can do nothing else with it.
public enum NoticeStop {
    /// The same for all mails to a person, so that an old one still does what it says.
    static func token(of person: String, in db: Connection) throws -> Secret {
        if let token = try find(of: person, in: db) { return token }
        let token = Secret.make()
        try insert(token, for: person, in: db)
        return token
    }
}

/// Somebody ends mails about news, by the link in one of them. On the person's own page everything goes on.
public struct StopNoticeMails: Sendable {
    private let token: Secret

    public init(_ token: Secret) {
        self.token = token
    }

    /// As often as one likes; false when the link belongs to nobody any more.
    public func run(at now: Moment, in db: Connection) throws -> Bool {
        guard let person = try NoticeStop.person(token, in: db) else { return false }
        try NoticeDelivery.none.set(for: person, at: now, in: db)
        return true
    }
}

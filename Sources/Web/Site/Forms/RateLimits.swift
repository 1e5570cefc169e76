// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import Synchronization

/// How often something may be done within a time, counted for each account, address or network apart.
///
/// Only in memory, under a key that is drawn anew each day: nobody can read out of it who was here.
final class RateLimits: Sendable {
    private struct Count {
        var times: [Date] = []
    }

    private struct Book {
        var salt = SymmetricKey(size: .bits128)
        var day = 0
        var counts: [String: Count] = [:]
    }

    private let book = Mutex(Book())
    /// What is not needed any more is thrown away when so many have gathered.
    private static let mostKeys = 100_000

    /// Counts an attempt.
    ///
    /// - Parameter owners: who or what it is counted for; it is refused when one of them has had enough
    /// - Throws: `PageFault.tooManyRequests` with the seconds until it may be tried again
    func count(_ limit: RateLimit, for owners: [String], at now: Date) throws(PageFault) {
        let wait = book.withLock { book -> Int? in
            Self.turnOver(&book, at: now)
            let keys = owners.map { Self.key(limit, $0, book.salt) }
            let waits = keys.compactMap { Self.wait(limit, book.counts[$0]?.times ?? [], at: now) }
            if let longest = waits.max() { return longest }
            for key in keys {
                let recent = (book.counts[key]?.times ?? []).filter { now.timeIntervalSince($0) < limit.seconds }
                book.counts[key] = Count(times: recent + [now])
            }
            return nil
        }
        if let wait { throw .tooManyRequests(secondsToWait: wait) }
    }

    private static func turnOver(_ book: inout Book, at now: Date) {
        let day = Int(now.timeIntervalSince1970 / 86_400)
        guard book.day != day || book.counts.count > mostKeys else { return }
        // Within a day the counts of the last hour go on; with a new day the keys change and all begin anew.
        if book.day != day {
            book.salt = SymmetricKey(size: .bits128)
            book.counts = [:]
            book.day = day
        } else {
            book.counts = book.counts.filter { $0.value.times.contains { now.timeIntervalSince($0) < 3600 } }
        }
    }

    private static func key(_ limit: RateLimit, _ owner: String, _ salt: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(limit.name)\n\(owner)".utf8), using: salt)
        return Data(code).base64EncodedString()
    }

    private static func wait(_ limit: RateLimit, _ times: [Date], at now: Date) -> Int? {
        let recent = times.filter { now.timeIntervalSince($0) < limit.seconds }
        guard recent.count >= limit.times, let oldest = recent.first else { return nil }
        return max(1, Int((limit.seconds - now.timeIntervalSince(oldest)).rounded(.up)))
    }
}

/// So many times within so many seconds.
struct RateLimit: Equatable, Sendable {
    let name: String
    let times: Int
    let seconds: TimeInterval

    /// Mails by which one signs in, to one address.
    static let signInMail = RateLimit(name: "sign-in-mail", times: 5, seconds: 15 * 60)
    /// The same, from one network: a class or an office shares one.
    static let signInNetwork = RateLimit(name: "sign-in-network", times: 60, seconds: 15 * 60)
    /// Codes and passwords tried from one network.
    static let proof = RateLimit(name: "proof", times: 30, seconds: 15 * 60)
    /// Mails about registrations that a guest asks for, to one address.
    static let registrationMail = RateLimit(name: "registration-mail", times: 10, seconds: 60 * 60)
    /// The same, from one network: a school class or a whole town hall may share one.
    static let registrationNetwork = RateLimit(name: "registration-network", times: 200, seconds: 60 * 60)
    /// Mails with the way to a ballot, to one address.
    static let ballotMail = RateLimit(name: "ballot-mail", times: 5, seconds: 60 * 60)
    /// The same, from one network: a school class or a whole town hall may share one.
    static let ballotNetwork = RateLimit(name: "ballot-network", times: 200, seconds: 60 * 60)
    /// Passwords tried for one account.
    static let password = RateLimit(name: "password", times: 10, seconds: 15 * 60)
    /// Ideas of one account, or mails by which one address confirms ideas.
    static let idea = RateLimit(name: "idea", times: 10, seconds: 60 * 60)
    /// Ideas of guests from one network: a school or a hall shares one.
    static let ideaNetwork = RateLimit(name: "idea-network", times: 120, seconds: 60 * 60)
    /// Files that somebody puts into forms.
    static let file = RateLimit(name: "file", times: 100, seconds: 60 * 60)
    /// The same for guests, from one network.
    static let fileNetwork = RateLimit(name: "file-network", times: 200, seconds: 60 * 60)
    /// Codes of cards tried by one person or from one network.
    static let cardCode = RateLimit(name: "card-code", times: 10, seconds: 15 * 60)
}

/// The part of a network address that belongs to one connection: an IPv4 address, or the first half of an IPv6 one.
enum Network {
    static func name(of address: String?) -> String {
        guard let address, address.contains(":") else { return address ?? "unknown" }
        if let mapped = address.range(of: "::ffff:", options: [.anchored, .caseInsensitive]),
            address[mapped.upperBound...].contains(".")
        {
            return String(address[mapped.upperBound...])
        }
        return groups(of: address).prefix(4).joined(separator: ":")
    }

    /// All eight groups, those written as `::` too.
    private static func groups(of address: String) -> [String] {
        let plain = address.prefix { $0 != "%" }.lowercased()
        guard let gap = plain.range(of: "::") else { return plain.split(separator: ":").map(String.init) }
        let head = plain[..<gap.lowerBound].split(separator: ":").map(String.init)
        let tail = plain[gap.upperBound...].split(separator: ":").map(String.init)
        return head + Array(repeating: "0", count: max(0, 8 - head.count - tail.count)) + tail
    }
}

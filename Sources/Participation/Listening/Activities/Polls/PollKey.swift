// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation

/// What makes the code of a voter out of an address. It lies outside the database and is destroyed when the poll ends:
/// from then on nobody can find out whose a ballot was.
public struct PollKey: Sendable {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Tells whether a key is still the same, and nothing else.
    var digest: String { Digest.hexadecimal(SHA256.hash(data: Data(Array("poll-key\n".utf8) + bytes))) }

    /// One person has one address, signed in or as a guest, and so one code. The invented people of the demonstration
    /// have none.
    public func voter(_ person: Person) -> Voter {
        person.email.map { voter($0) } ?? voter(named: "person\n\(person.id)")
    }

    public func voter(_ address: EmailAddress) -> Voter { voter(named: "address\n\(address.text)") }

    private func voter(named name: String) -> Voter {
        let code = HMAC<SHA256>.authenticationCode(for: Data(name.utf8), using: SymmetricKey(data: bytes))
        return Voter(code: Digest.hexadecimal(code))
    }
}

/// Somebody who votes, as the database knows them.
public struct Voter: Equatable, Sendable {
    let code: String
}

/// Where the keys of polls are kept; reading and changing them is no part of any transaction.
public struct PollKeys: Sendable {
    /// The key of a poll; nil when there is none.
    public let find: @Sendable (_ poll: String) throws -> PollKey?
    /// The key of a poll; made if there is none yet.
    public let make: @Sendable (_ poll: String) throws -> PollKey
    /// Takes the keys of polls away for good.
    public let destroy: @Sendable (_ polls: [String]) throws -> Void

    public init(
        find: @escaping @Sendable (String) throws -> PollKey?, make: @escaping @Sendable (String) throws -> PollKey,
        destroy: @escaping @Sendable ([String]) throws -> Void
    ) {
        self.find = find
        self.make = make
        self.destroy = destroy
    }

    /// For what never touches a poll: nobody can vote.
    public static let none = PollKeys(
        find: { _ in nil }, make: { _ in throw Refusal("poll-key-lost") }, destroy: { _ in })

    /// The key under which ballots of a poll are cast today.
    ///
    /// - Throws: `Refusal` when ballots have been cast with a key that is gone: another one would let people vote twice
    public func forVoting(in poll: Poll) throws -> PollKey {
        guard let digest = poll.keyDigest else { return try make(poll.id) }
        guard let key = try find(poll.id), key.digest == digest else { throw Refusal("poll-key-lost") }
        return key
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Web

@Suite struct FormKeyTests {
    private let keys = FormKeys(secret: Array(0..<32))
    private let now = PeopleSite.start

    @Test func `a key is good for its form and its visitor, for a day`() {
        let key = keys.make("profile", for: "session", at: now)

        #expect(keys.read(key, "profile", for: "session", at: now.addingTimeInterval(86_400))?.secondsOpen == 86_400)
        #expect(keys.read(key, "profile", for: "session", at: now.addingTimeInterval(86_401)) == nil)
        #expect(keys.read(key, "profile", for: "session", at: now.addingTimeInterval(-1)) == nil)
        #expect(keys.read(key, "password", for: "session", at: now) == nil)
        #expect(keys.read(key, "profile", for: "other", at: now) == nil)
        #expect(keys.read(key, "profile", for: nil, at: now) == nil)
    }

    @Test func `a key survives a restart with the same secret, and no other`() {
        let key = keys.make("idea", for: nil, at: now)

        #expect(FormKeys(secret: Array(0..<32)).read(key, "idea", for: nil, at: now) != nil)
        #expect(FormKeys(secret: Array(1..<33)).read(key, "idea", for: nil, at: now) == nil)
    }

    @Test func `two drawings of a form have two keys`() {
        let nonces = (0..<100).compactMap { _ in
            keys.read(keys.make("idea", for: nil, at: now), "idea", for: nil, at: now)?.nonce
        }

        #expect(Set(nonces).count == 100)
    }

    @Test(arguments: ["", "x", "1.2.3", "..", "1795427200.00000000000000000000000000000000.", "-1.a.b", "9e9.a.b"])
    func `what was made up is no key`(text: String) {
        #expect(keys.read(text, "idea", for: nil, at: now) == nil)
    }

    @Test func `a key whose time was pushed on is no key`() {
        let parts = keys.make("idea", for: nil, at: now).split(separator: ".")
        let later = "\(Int(now.timeIntervalSince1970) + 1).\(parts[1]).\(parts[2])"

        #expect(keys.read(later, "idea", for: nil, at: now.addingTimeInterval(5)) == nil)
    }
}

@Suite struct RateLimitTests {
    private let limit = RateLimit(name: "trial", times: 3, seconds: 60)
    private let now = PeopleSite.start

    private func wait(_ limits: RateLimits, _ owners: [String], after seconds: TimeInterval) -> Int? {
        do {
            try limits.count(limit, for: owners, at: now.addingTimeInterval(seconds))
            return nil
        } catch {
            return error.wait
        }
    }

    @Test func `so many times within so long, and then a clear time to wait`() {
        let limits = RateLimits()
        let waits = [0, 10, 20, 30, 59.5, 60, 61].map { wait(limits, ["a"], after: $0) }

        #expect(waits == [nil, nil, nil, 30, 1, nil, 9])
    }

    @Test func `each has a count of their own, and a refusal counts for nobody`() {
        let limits = RateLimits()
        for _ in 0..<3 { _ = wait(limits, ["a"], after: 0) }

        #expect(wait(limits, ["a", "b"], after: 1) == 59)
        #expect(
            [wait(limits, ["b"], after: 1), wait(limits, ["b"], after: 1), wait(limits, ["b"], after: 1)]
                == [nil, nil, nil])
        #expect(wait(limits, ["b"], after: 1) == 60)
    }

    @Test func `of a thousand at the same moment, as many pass as may`() async {
        let limits = RateLimits()
        let passed = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1000 { group.addTask { wait(limits, ["a"], after: 0) == nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(passed == 3)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
        ("2001:db8::1", "2001:db8:0:0"), ("2001:db8:1:2::9", "2001:db8:1:2"), ("fe80::1%eth0", "fe80:0:0:0"),
    ])
    func `a network is an address, or half of a long one`(address: String, network: String) {
        #expect(Network.name(of: address) == network)
    }
}

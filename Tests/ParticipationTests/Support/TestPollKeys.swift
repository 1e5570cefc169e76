// SPDX-License-Identifier: EUPL-1.2

import Participation
import Synchronization

/// Keys of polls in memory, in place of the secrets file.
final class TestPollKeys: Sendable {
    private let bytes = Mutex<[String: [UInt8]]>([:])

    var keys: PollKeys {
        PollKeys(
            find: { poll in self.bytes.withLock { $0[poll].map(PollKey.init) } },
            make: { poll in
                self.bytes.withLock { bytes in
                    let key = bytes[poll] ?? (0..<32).map { _ in UInt8.random(in: .min ... .max) }
                    bytes[poll] = key
                    return PollKey(key)
                }
            }, destroy: { polls in self.bytes.withLock { bytes in polls.forEach { bytes[$0] = nil } } })
    }

    /// As if somebody had lost the file.
    func lose() {
        bytes.withLock { $0 = [:] }
    }
}

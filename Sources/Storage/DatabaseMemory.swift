// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// Values that were made from the data and are kept with the opened database. Each bears a stamp, read from the same
/// state of the data as the value itself: where the stamp has changed, the value is made anew.
final class DatabaseMemory: Sendable {
    /// More than the pages of many programmes ask for. Beyond it all are forgotten, so that memory stays bounded.
    static let most = 1000

    private struct Kept {
        let stamp: String
        let value: any Sendable
    }

    private let values = Mutex<[String: Kept]>([:])

    func value<Value: Sendable>(_ name: String, stamp: String, make: () throws -> Value) rethrows -> Value {
        if let kept = values.withLock({ $0[name] }), kept.stamp == stamp, let value = kept.value as? Value {
            return value
        }
        let value = try make()
        values.withLock {
            if $0.count >= Self.most { $0.removeAll() }
            $0[name] = Kept(stamp: stamp, value: value)
        }
        return value
    }
}

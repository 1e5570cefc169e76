// SPDX-License-Identifier: EUPL-1.2

import Synchronization

extension Database {
    /// Batches of a long list, each read in a short transaction of its own when the consumer asks for it, so that a
    /// slow download holds no connection. `next` receives the key after which to go on and returns what it found with
    /// the last key; an empty batch ends the stream.
    public func stream<Element: Sendable>(
        after start: String = "",
        _ next: @escaping @Sendable (Connection, String) throws -> (elements: [Element], last: String)
    ) -> AsyncThrowingStream<[Element], any Error> {
        let position = StreamPosition(start)
        return AsyncThrowingStream(unfolding: {
            let after = position.key
            let batch = try await read { db in try next(db, after) }
            guard !batch.elements.isEmpty else { return nil }
            position.key = batch.last
            return batch.elements
        })
    }
}

/// How far a stream has come.
private final class StreamPosition: Sendable {
    private let stored: Mutex<String>

    init(_ start: String) {
        stored = Mutex(start)
    }

    var key: String {
        get { stored.withLock { $0 } }
        set { stored.withLock { $0 = newValue } }
    }
}

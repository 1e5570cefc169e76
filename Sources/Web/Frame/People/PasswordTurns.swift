// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation

/// Checks passwords outside of transactions, two at a time: each takes 32 MiB, and whoever tries many must not slow
/// down the readers.
final class PasswordTurns: Sendable {
    private static let longestQueue = 20

    private let queue: OperationQueue

    init() {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
        queue.qualityOfService = .utility
    }

    func make(_ typed: String) async throws -> Password {
        try await inTurn { try Password.make(typed) }
    }

    /// Whether a typed password is somebody's. Where there is none to compare with, it takes as long to say no.
    func check(_ typed: String, against password: Password?) async throws -> Bool {
        try await inTurn {
            let matches = try (password ?? .nobodys).matches(typed)
            return matches && password != nil
        }
    }

    private func inTurn<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard queue.operationCount < Self.longestQueue else { throw PageFault.tooManyRequests(secondsToWait: 5) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Foundation

/// Why a transaction was broken off although none of its statements was at fault.
enum Interruption: Error {
    case lostConnection(reason: String)
    /// The schema has changed under a prepared statement.
    case staleStatement
}

/// One place on the server for one transaction at a time, with a thread of its own, since libpq blocks. It connects
/// when it is first used and again when the connection is lost.
///
/// Unchecked, because the link is touched on the session's own serial queue only.
final class PostgreSQLSession: @unchecked Sendable {
    private static let repetitions = 2

    private let place: PostgreSQLPlace
    private let mode: PostgreSQLPlace.Mode
    private let queue = DispatchQueue(label: "storage.postgresql")
    private var link: PostgreSQLLink?

    init(_ place: PostgreSQLPlace, mode: PostgreSQLPlace.Mode) {
        self.place = place
        self.mode = mode
    }

    func run<Value: Sendable>(
        _ work: @escaping @Sendable (PostgreSQLSession) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work(self) }) }
        }
    }

    func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.link = nil
                continuation.resume()
            }
        }
    }

    /// Connects without repetition, so that a wrong address is reported at once.
    func connect() throws {
        do {
            link = try place.connect(mode)
        } catch Interruption.lostConnection(let reason) {
            throw StorageError.unavailable(reason: reason)
        }
    }

    /// Runs the body within a transaction, and again if the connection is lost before the end was asked for.
    func transaction<Value>(_ body: (any EngineConnection) throws -> Value) throws -> Value {
        var repetition = 0
        while true {
            do {
                return try attempt(body)
            } catch let interruption as Interruption {
                repetition += 1
                guard repetition <= Self.repetitions else { throw Self.unavailable(interruption) }
                // A restarting server needs a moment.
                Thread.sleep(forTimeInterval: 0.1 * Double(repetition))
            }
        }
    }

    private func attempt<Value>(_ body: (any EngineConnection) throws -> Value) throws -> Value {
        let link = try connected()
        do {
            try link.run(script: mode.beginning)
            let value = try body(PostgreSQLConnection(link))
            try commit(link)
            return value
        } catch {
            breakOff(link, after: error)
            throw error
        }
    }

    private func connected() throws -> PostgreSQLLink {
        if let link, link.isAlive { return link }
        let link = try place.connect(mode)
        self.link = link
        return link
    }

    /// From here on the body must not run again: the server may have written everything before it fell silent.
    private func commit(_ link: PostgreSQLLink) throws {
        do {
            try link.run(script: "COMMIT")
        } catch is Interruption where mode == .writing {
            throw StorageError.unavailable(
                reason: "the connection was lost while a change was being confirmed; check whether it was written")
        }
    }

    private func breakOff(_ link: PostgreSQLLink, after error: any Error) {
        if case Interruption.staleStatement = error { link.forgetStatements() }
        do {
            if link.isAlive { try link.run(script: "ROLLBACK") }
        } catch {
            // A link that cannot even roll back is given up; the server then rolls back by itself.
            self.link = nil
        }
        if !link.isAlive { self.link = nil }
    }

    private static func unavailable(_ interruption: Interruption) -> StorageError {
        switch interruption {
        case .lostConnection(let reason): .unavailable(reason: reason)
        case .staleStatement: .unavailable(reason: "the schema keeps changing")
        }
    }
}

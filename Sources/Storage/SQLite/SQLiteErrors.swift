// SPDX-License-Identifier: EUPL-1.2

import Foundation
internal import GRDB

/// Runs the work and turns what SQLite reports into the words both engines share.
func translatingErrors<Value>(
    path: String = "the file", statement: String? = nil, _ work: () throws -> Value
) throws -> Value {
    do {
        return try work()
    } catch let error as DatabaseError {
        throw error.translated(path: path, statement: statement)
    }
}

func translatingErrors<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
        return try await work()
    } catch let error as DatabaseError {
        throw error.translated(path: "the file", statement: nil)
    }
}

extension DatabaseError {
    fileprivate func translated(path: String, statement: String?) -> any Error {
        switch extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return uniqueViolation
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            return StorageError.foreignKeyViolation
        case .SQLITE_CONSTRAINT_CHECK:
            return StorageError.checkViolation(constraint: subject)
        case .SQLITE_CONSTRAINT_NOTNULL:
            let place = Self.place(of: subject)
            return StorageError.notNullViolation(table: place.table, column: place.column)
        default:
            return translatedState(path: path, statement: statement)
        }
    }

    private func translatedState(path: String, statement: String?) -> any Error {
        switch resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: StorageError.locked
        case .SQLITE_READONLY, .SQLITE_PERM: StorageError.readOnly
        case .SQLITE_CANTOPEN: StorageError.unavailable(reason: "\(path) cannot be opened")
        case .SQLITE_FULL: StorageError.full
        case .SQLITE_NOTADB: StorageError.notADatabase(path: path)
        case .SQLITE_CORRUPT: StorageError.damaged
        case .SQLITE_INTERRUPT: CancellationError()
        case .SQLITE_MISUSE where statement == nil: StorageError.closed
        case .SQLITE_IOERR: StorageError.unavailable(reason: "its disk reports error \(extendedResultCode.rawValue)")
        default: StorageError.failed([message, statement].compactMap(\.self).joined(separator: " in: "))
        }
    }

    /// SQLite names what failed only in its message: "UNIQUE constraint failed: person.email, person.name".
    private var subject: String {
        guard let message, let colon = message.range(of: ": ") else { return "" }
        return String(message[colon.upperBound...])
    }

    private var uniqueViolation: StorageError {
        let places = subject.split(separator: ",").map { Self.place(of: String($0)) }
        return .uniqueViolation(table: places.first?.table ?? "", columns: places.map(\.column))
    }

    private static func place(of text: String) -> (table: String, column: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map { $0.filter { $0 != " " } }
        return parts.count == 2 ? (parts[0], parts[1]) : ("", text)
    }
}

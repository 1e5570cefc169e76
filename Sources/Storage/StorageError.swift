// SPDX-License-Identifier: EUPL-1.2

/// What can go wrong between the program and its database, the same for both engines.
///
/// Each description is a sentence that says what to do. None holds a value from the database, since it may end in a
/// log.
public enum StorageError: Error, Equatable, Sendable {
    case uniqueViolation(table: String, columns: [String])
    case foreignKeyViolation
    case checkViolation(constraint: String)
    case notNullViolation(table: String, column: String)

    case invalidURL(reason: String)
    case missingDatabase(path: String)
    case missingFolder(path: String)
    case notADatabase(path: String)
    case damaged
    case locked
    case readOnly
    case full
    case closed
    /// The database cannot be reached at present; a later attempt may succeed.
    case unavailable(reason: String)
    case unsuitableServer(reason: String)

    case newer(databaseMigration: Int, program: Int)
    case changedMigration(number: Int, name: String)
    case unorderedMigrations(reason: String)
    case failedMigration(number: Int, name: String, reason: String)

    case decoding(column: String, table: String, expected: String, found: String)
    case missingColumn(column: String, table: String)
    case nulCharacter
    case failed(String)
}

extension StorageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .uniqueViolation(let table, let columns):
            "\(table) already has a row with the same \(columns.joined(separator: ", ")); use another value."
        case .foreignKeyViolation:
            "A row refers to a row that does not exist or is still referred to; write or remove the other row first."
        case .checkViolation(let constraint):
            "The rule \(constraint) of the table refuses the row; correct the value."
        case .notNullViolation(let table, let column):
            "\(table).\(column) must not be empty; give it a value."
        case .newer(let databaseMigration, let program):
            "The database has migration \(databaseMigration), this program knows \(program); use the newer program."
        case .changedMigration(let number, let name):
            "Migration \(number) (\(name)) was applied with another text; restore its file and add a new migration."
        case .unorderedMigrations(let reason):
            "The migrations are not numbered 1, 2, 3 and so on: \(reason)."
        case .failedMigration(let number, let name, let reason):
            "Migration \(number) (\(name)) was not applied: \(reason)"
        case .decoding(let column, let table, let expected, let found):
            "Column \(column) of \(table) holds \(found) where \(expected) is expected; correct the row or the query."
        case .missingColumn(let column, let table):
            "The answer from \(table) has no column \(column); name it in the SELECT."
        case .nulCharacter:
            "A text contains the character NUL, which cannot be stored; remove it."
        case .failed(let message):
            "The database refused the statement: \(message)"
        default:
            stateDescription
        }
    }

    private var stateDescription: String {
        switch self {
        case .invalidURL(let reason):
            "The database URL is not valid: \(reason); write sqlite:PATH or postgres://USER@HOST/NAME."
        case .missingDatabase(let path): "There is no database at \(path); check --database or create it first."
        case .missingFolder(let path): "The folder \(path) does not exist; create it or choose another place."
        case .notADatabase(let path): "\(path) is not a database; choose another file or restore a backup."
        case .damaged: "The database file is damaged; stop the program and restore a backup."
        case .locked: "Another program is writing to the database; try again when it has finished."
        case .readOnly: "The database may only be read here; check the permissions of its file and folder."
        case .full: "The disk of the database is full; make room and try again."
        case .closed: "The database has been closed; open it again."
        case .unavailable(let reason): "The database cannot be reached (\(reason)); try again in a moment."
        case .unsuitableServer(let reason): "The database server does not suit: \(reason)"
        default: "The database reported an error."
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Turns what PostgreSQL reports into the words both engines share, by the five characters of its SQLSTATE.
enum PostgreSQLErrors {
    static func meansLostConnection(_ code: String) -> Bool {
        // Connection failures, shut down by an administrator, crashed, starting up, ended for idleness.
        code.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03", "25P04"].contains(code)
    }

    static func translated(_ answer: PostgreSQLAnswer, statement: String) -> any Error {
        let code = answer.field(.code) ?? ""
        switch code {
        case "23505": return uniqueViolation(answer)
        case "23503", "23001": return StorageError.foreignKeyViolation
        case "23514": return StorageError.checkViolation(constraint: answer.field(.constraint) ?? "")
        case "23502":
            return StorageError.notNullViolation(
                table: answer.field(.table) ?? "", column: answer.field(.column) ?? "")
        case "55P03", "40P01", "40001": return StorageError.locked
        case "25006": return StorageError.readOnly
        case "53100": return StorageError.full
        case "XX001", "XX002": return StorageError.damaged
        case "22021": return StorageError.nulCharacter
        case "0A000" where isStalePlan(answer): return Interruption.staleStatement
        default: return other(code, answer: answer, statement: statement)
        }
    }

    private static func other(_ code: String, answer: PostgreSQLAnswer, statement: String) -> StorageError {
        if code.hasPrefix("53") { return .unavailable(reason: "the server has no room for more, SQLSTATE \(code)") }
        // Class 42 speaks of the statement alone. The messages of the others may repeat a value.
        let message = code.hasPrefix("42") ? answer.field(.message) ?? code : "SQLSTATE \(code)"
        return .failed("\(message) in: \(statement)")
    }

    /// The only use of 0A000 that goes away when the statement is prepared anew: it names the routine, not a feature.
    private static func isStalePlan(_ answer: PostgreSQLAnswer) -> Bool {
        answer.field(.routine) == "RevalidateCachedQuery"
    }

    /// The columns stand in the detail only: "Key (programme_id, number)=(…) already exists." in any language.
    private static func uniqueViolation(_ answer: PostgreSQLAnswer) -> StorageError {
        let detail = answer.field(.detail) ?? ""
        let inside = detail.drop { $0 != "(" }.dropFirst()
        let columns = inside.range(of: ")=(").map { inside[..<$0.lowerBound] } ?? ""
        return .uniqueViolation(
            table: answer.field(.table) ?? "",
            columns: columns.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\"" } })
    }
}

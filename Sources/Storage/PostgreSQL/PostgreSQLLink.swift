// SPDX-License-Identifier: EUPL-1.2

internal import CLibpq

/// One connection of libpq, with the statements that have been prepared on it. Values travel in binary form.
final class PostgreSQLLink {
    private static let preparedLimit = 256

    private let pointer: OpaquePointer
    private var prepared: [String: Prepared] = [:]
    private var preparations = 0
    private var uses = 0

    private struct Prepared {
        let name: String
        var lastUse: Int
    }

    init(address: String) throws {
        // What stands later wins: the address may say otherwise about the times, but not about the encoding.
        let options = [
            ("connect_timeout", "5"), ("keepalives_idle", "30"), ("tcp_user_timeout", "15000"), ("dbname", address),
            ("client_encoding", "UTF8"),
        ]
        let pointer = Self.withCStrings(options.map(\.0)) { names in
            Self.withCStrings(options.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let pointer else { throw Interruption.lostConnection(reason: "there is no memory for a connection") }
        self.pointer = pointer
        guard PQstatus(pointer) == CONNECTION_OK else {
            throw Interruption.lostConnection(reason: Self.message(of: pointer))
        }
    }

    deinit {
        PQfinish(pointer)
    }

    var isAlive: Bool { PQstatus(pointer) == CONNECTION_OK }

    var serverVersion: Int { Int(PQserverVersion(pointer)) }

    /// Runs a text of one or several statements without values.
    func run(script: String) throws {
        _ = try checked(PQexec(pointer, script), statement: script)
    }

    func row(_ text: String) throws -> Row? {
        let answer = try checked(
            PQexecParams(pointer, text, 0, nil, nil, nil, nil, 1), statement: text)
        return try answer.rows(statement: text, limit: 1).first
    }

    /// Runs a statement that is prepared at its first use.
    func run(_ statement: RenderedStatement) throws -> PostgreSQLAnswer {
        let name = try preparedName(of: statement)
        let result = withParameters(statement.parameters) { values, lengths, formats in
            PQexecPrepared(pointer, name, Int32(statement.parameters.count), values, lengths, formats, 1)
        }
        return try checked(result, statement: statement.text)
    }

    /// Runs a statement that will not come again.
    func runOnce(_ statement: RenderedStatement) throws -> PostgreSQLAnswer {
        let types = statement.parameters.map { Self.type(of: $0.type) }
        let result = withParameters(statement.parameters) { values, lengths, formats in
            PQexecParams(
                pointer, statement.text, Int32(statement.parameters.count), types, values, lengths, formats, 1)
        }
        return try checked(result, statement: statement.text)
    }

    /// Lets each statement be prepared anew; the names are never used twice.
    func forgetStatements() {
        prepared = [:]
    }

    private func preparedName(of statement: RenderedStatement) throws -> String {
        uses += 1
        let types = statement.parameters.map { Self.type(of: $0.type) }
        let key = types.map(String.init).joined(separator: ",") + " " + statement.text
        if let known = prepared[key] {
            prepared[key]?.lastUse = uses
            return known.name
        }
        try makeRoom()
        preparations += 1
        let name = "statement_\(preparations)"
        _ = try checked(
            PQprepare(pointer, name, statement.text, Int32(types.count), types), statement: statement.text)
        prepared[key] = Prepared(name: name, lastUse: uses)
        return name
    }

    private func makeRoom() throws {
        guard prepared.count >= Self.preparedLimit else { return }
        guard let oldest = prepared.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
        prepared[oldest.key] = nil
        try run(script: "DEALLOCATE \(oldest.value.name)")
    }

    private func checked(_ result: OpaquePointer?, statement: String) throws -> PostgreSQLAnswer {
        guard let result else { throw Interruption.lostConnection(reason: Self.message(of: pointer)) }
        let answer = PostgreSQLAnswer(result)
        if answer.isSuccess { return answer }
        let code = answer.field(.code) ?? ""
        guard isAlive, !PostgreSQLErrors.meansLostConnection(code) else {
            throw Interruption.lostConnection(reason: Self.message(of: pointer))
        }
        throw PostgreSQLErrors.translated(answer, statement: statement)
    }

    private static func message(of pointer: OpaquePointer) -> String {
        let message = PQerrorMessage(pointer).map { String(cString: $0) } ?? ""
        return message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no reason given"
    }
}

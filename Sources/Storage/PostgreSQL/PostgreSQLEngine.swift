// SPDX-License-Identifier: EUPL-1.2

internal import CLibpq

/// A database on a PostgreSQL server: one session that writes and several that read.
struct PostgreSQLEngine: DatabaseEngine {
    let engine = Engine.postgres
    private let readers: SessionPool
    private let writer: SessionPool

    static func open(
        address: String, schema: String?, readers: Int, mustExist: Bool, patience: Duration
    ) async throws -> PostgreSQLEngine {
        try checkAddress(address)
        let place = PostgreSQLPlace(address: address, schema: schema, mustExist: mustExist, patience: patience)
        let engine = PostgreSQLEngine(
            readers: SessionPool((0..<max(1, readers)).map { _ in PostgreSQLSession(place, mode: .reading) }),
            writer: SessionPool([PostgreSQLSession(place, mode: .writing)]))
        do {
            try await engine.readers.run { session in try session.connect() }
        } catch {
            await engine.close()
            throw error
        }
        return engine
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any EngineConnection) throws -> Value
    ) async throws -> Value {
        try await readers.run { session in try session.transaction(body) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any EngineConnection) throws -> Value
    ) async throws -> Value {
        try await writer.run { session in try session.transaction(body) }
    }

    func close() async {
        await readers.close()
        await writer.close()
    }

    /// A server that is gone is noticed by the next statement.
    func checkPlace() {}

    private static func checkAddress(_ address: String) throws {
        guard let options = PQconninfoParse(address, nil) else {
            // The message of libpq may repeat a password, so it is not passed on.
            throw StorageError.invalidURL(reason: "the part after postgres:// cannot be read")
        }
        PQconninfoFree(options)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// The two kinds of database the program can live in.
public enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgres
}

/// What both engines must be able to do; everything else is built upon it.
protocol DatabaseEngine: Sendable {
    var engine: Engine { get }
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any EngineConnection) throws -> Value
    ) async throws -> Value
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any EngineConnection) throws -> Value
    ) async throws -> Value
    func close() async
    /// Throws when what was opened is no longer there.
    func checkPlace() throws
}

/// The one place where everything is kept, in a file (SQLite) or on a server (PostgreSQL).
///
/// Reads see one unchanging state of the data. Writes happen one after another, also across processes, each entirely or
/// not at all. A closure may run again after a lost connection, so it has no effect outside the database.
public struct Database: Sendable {
    private let base: any DatabaseEngine
    private let activity: DatabaseActivity
    private let memory = DatabaseMemory()
    private let observe: (@Sendable (String) -> Void)?

    private init(
        _ base: any DatabaseEngine, activity: DatabaseActivity = DatabaseActivity(),
        observe: (@Sendable (String) -> Void)? = nil
    ) {
        self.base = base
        self.activity = activity
        self.observe = observe
    }

    /// Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…`; a query item `schema=NAME` of the latter chooses the
    /// schema. What does not exist is created, unless it must exist. The patience is how long another program's write
    /// is waited for.
    public static func open(
        _ url: String, readers: Int = 4, mustExist: Bool = false, patience: Duration = .seconds(5)
    ) async throws -> Database {
        switch try DatabaseURL(url) {
        case .memory:
            return Database(try SQLiteEngine.inMemory())
        case .file(let path):
            return Database(
                try SQLiteEngine.open(path: path, readers: readers, mustExist: mustExist, patience: patience))
        case .server(let address, let schema):
            return Database(
                try await PostgreSQLEngine.open(
                    address: address, schema: schema, readers: readers, mustExist: mustExist, patience: patience))
        }
    }

    public var engine: Engine { base.engine }

    /// Reads within one transaction that sees one state of the data and may not write.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let turn = activity.ask(\.reads)
        defer { turn.end() }
        return try await base.read(closed(body, turn, memory))
    }

    /// Writes within one transaction; if the closure throws, nothing is written.
    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try base.checkPlace()
        let turn = activity.ask(\.writes)
        defer { turn.end() }
        return try await base.write(closed(body, turn, nil))
    }

    public func close() async {
        await base.close()
    }

    /// The same database, which tells the text of each statement before it runs. For tests that count statements.
    public func observing(_ observe: @escaping @Sendable (_ statement: String) -> Void) -> Database {
        Database(base, activity: activity, observe: observe)
    }

    public var statistics: DatabaseStatistics { activity.statistics }

    /// Throws when the database cannot do its work: it does not answer, or its file was removed or replaced under the
    /// running program, so that what is written now would be lost.
    public func check() async throws {
        try base.checkPlace()
        _ = try await read { db in try db.value("SELECT 1", as: Int.self) }
    }

    private func closed<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value, _ turn: DatabaseActivity.Turn,
        _ memory: DatabaseMemory?
    ) -> @Sendable (any EngineConnection) throws -> Value {
        { [engine = base.engine, observe] base in
            turn.begin()
            let connection = Connection(base, engine: engine, memory: memory, observe: observe)
            let value = try body(connection)
            try connection.finish()
            return value
        }
    }
}

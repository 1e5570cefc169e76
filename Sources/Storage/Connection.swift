// SPDX-License-Identifier: EUPL-1.2

/// What an engine offers inside a transaction; `Connection` is the face that everyone else sees.
protocol EngineConnection: AnyObject {
    func execute(_ statement: RenderedStatement) throws -> Int
    func rows(_ statement: RenderedStatement, firstOnly: Bool) throws -> [Row]
    func forEach(_ statement: RenderedStatement, _ body: (Row) throws -> Void) throws
    /// Runs a text of several statements without values, as it stands in a migration.
    func run(script: String) throws
}

/// The database as it is seen inside one transaction. It is valid only inside the closure that received it.
///
/// After a statement has failed, the transaction is lost on both engines: each further statement throws the same error,
/// and nothing is written. A failure that is expected belongs inside `savepoint`.
public final class Connection {
    public let engine: Engine
    /// How many statements have run so far in this closure.
    public private(set) var statementCount = 0

    private let base: any EngineConnection
    private let observe: (@Sendable (String) -> Void)?
    private let memory: DatabaseMemory?
    private var failure: (any Error)?
    private var isOpen = true

    init(
        _ base: any EngineConnection, engine: Engine, memory: DatabaseMemory?, observe: (@Sendable (String) -> Void)?
    ) {
        self.base = base
        self.engine = engine
        self.memory = memory
        self.observe = observe
    }

    /// A value that costs much to make and is kept in the memory of the program until its stamp changes.
    ///
    /// The stamp comes from the same transaction and differs whenever the value could. Inside a write nothing is kept,
    /// since what is not yet committed may never be.
    public func kept<Value: Sendable>(
        _ name: String, stamp: () throws -> String, make: () throws -> Value
    ) throws -> Value {
        guard let memory else { return try make() }
        return try memory.value(name, stamp: try stamp(), make: make)
    }

    /// Runs a statement and tells how many rows it has changed.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        let statement = try RenderedStatement(sql, for: engine)
        return try perform(statement.text) { try base.execute(statement) }
    }

    public func rows(_ sql: SQL) throws -> [Row] {
        let statement = try RenderedStatement(sql, for: engine)
        return try perform(statement.text) { try base.rows(statement, firstOnly: false) }
    }

    /// The first row of the answer, if there is one.
    public func row(_ sql: SQL) throws -> Row? {
        let statement = try RenderedStatement(sql, for: engine)
        return try perform(statement.text) { try base.rows(statement, firstOnly: true) }.first
    }

    /// The first column of the first row, or nil where there is no row or the column is null.
    public func value<Value: ColumnValue>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        guard let row = try row(sql), !row.values.isEmpty else { return nil }
        return try row.value(at: 0) as Value?
    }

    /// Hands over row by row, so that a large answer never lies in memory as a whole. Only for statements that select.
    public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let statement = try RenderedStatement(sql, for: engine)
        var fromBody: (any Error)?
        try perform(statement.text) {
            do {
                try base.forEach(statement) { row in
                    do {
                        try body(row)
                    } catch {
                        fromBody = error
                        throw error
                    }
                }
            } catch  where fromBody != nil {
                // The body's own error does not spoil the transaction; it is thrown on below.
            }
        }
        if let fromBody { throw fromBody }
    }

    /// Does what the closure does, or none of it: if it throws, its changes are undone and the transaction goes on.
    public func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        try perform("SAVEPOINT") { try base.run(script: "SAVEPOINT inner_part") }
        do {
            let value = try body()
            if let failure { throw failure }
            try perform("RELEASE") { try base.run(script: "RELEASE SAVEPOINT inner_part") }
            return value
        } catch {
            failure = nil
            try perform("ROLLBACK") {
                try base.run(script: "ROLLBACK TO SAVEPOINT inner_part; RELEASE SAVEPOINT inner_part")
            }
            throw error
        }
    }

    func run(script: String) throws {
        try perform(script) { try base.run(script: script) }
    }

    /// Ends the use of the connection; throws if a statement has failed, even when the closure took no notice.
    func finish() throws {
        isOpen = false
        if let failure { throw failure }
    }

    private func perform<Value>(_ text: String, _ work: () throws -> Value) throws -> Value {
        guard isOpen else { throw StorageError.closed }
        if let failure { throw failure }
        statementCount += 1
        observe?(text)
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }
}

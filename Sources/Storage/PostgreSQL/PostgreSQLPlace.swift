// SPDX-License-Identifier: EUPL-1.2

/// Where the database is on the server, and what it must be like.
struct PostgreSQLPlace: Sendable {
    enum Mode: Sendable {
        case reading
        case writing

        /// How a transaction begins. The lock makes writes happen one after another, as they do in a file.
        var beginning: String {
            switch self {
            case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .writing: "BEGIN ISOLATION LEVEL READ COMMITTED; LOCK TABLE write_turn IN EXCLUSIVE MODE"
            }
        }
    }

    let address: String
    let schema: String?
    let mustExist: Bool
    let patience: Duration

    func connect(_ mode: Mode) throws -> PostgreSQLLink {
        let link = try PostgreSQLLink(address: address)
        guard link.serverVersion >= 150_000 else {
            throw StorageError.unsuitableServer(reason: "it is older than PostgreSQL 15; upgrade it.")
        }
        try link.run(script: settings)
        try checkOrder(link)
        try prepareSchema(link)
        if mode == .writing { try prepareTurn(link) }
        return link
    }

    private var settings: String {
        let milliseconds = max(1, Int(patience / .milliseconds(1)))
        let path = schema.map { "SET search_path TO \(SQL.quoted(identifier: $0));" } ?? ""
        return """
            SET standard_conforming_strings = on; SET client_min_messages = warning; SET cursor_tuple_fraction = 1;
            SET TimeZone = 'UTC'; SET lock_timeout = \(milliseconds); \(path)
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """
    }

    /// Text must sort by its bytes, as it does in SQLite. That is a property of the whole database, given when it is
    /// created; a database with a language's own order is refused rather than half corrected.
    private func checkOrder(_ link: PostgreSQLLink) throws {
        let row = try link.row(
            """
            SELECT current_setting('server_encoding') AS encoding, datlocprovider::text AS provider,
                datcollate::text AS collation
            FROM pg_database WHERE datname = current_database()
            """)
        let encoding: String? = try row?.get("encoding")
        let provider: String? = try row?.get("provider")
        let collation: String = try row?.get("collation") ?? "unknown"
        let isByteOrder = provider == "b" || provider == "c" && Self.byteOrders.contains(collation.uppercased())
        guard encoding == "UTF8", isByteOrder else {
            throw StorageError.unsuitableServer(
                reason: """
                    the database sorts text by \(collation) (\(encoding ?? "unknown")), not by its bytes; create \
                    it with CREATE DATABASE name TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'.
                    """)
        }
    }

    private static let byteOrders = ["C", "POSIX", "C.UTF-8", "C.UTF8"]

    private func prepareSchema(_ link: PostgreSQLLink) throws {
        guard try link.row("SELECT 1 AS found WHERE current_schema() IS NULL") != nil else { return }
        guard let schema, !mustExist else {
            throw StorageError.missingDatabase(path: "the schema \(schema ?? "public") of the server")
        }
        try link.run(script: Self.oneAtATime("CREATE SCHEMA IF NOT EXISTS \(SQL.quoted(identifier: schema))"))
    }

    private func prepareTurn(_ link: PostgreSQLLink) throws {
        guard try link.row("SELECT 1 AS found WHERE to_regclass('write_turn') IS NULL") != nil else { return }
        try link.run(script: Self.oneAtATime("CREATE TABLE IF NOT EXISTS write_turn (turn BIGINT)"))
    }

    /// IF NOT EXISTS alone does not keep two programs that start together from colliding. The number is arbitrary.
    private static func oneAtATime(_ statement: String) -> String {
        "BEGIN; SELECT pg_advisory_xact_lock(7113); \(statement); COMMIT"
    }
}

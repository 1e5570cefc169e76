// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A few tables with every kind of rule.
enum TestSchema {
    static let now = "2026-01-02T03:04:05.000Z"

    static let migrations = [
        Migration(
            number: 1, name: "people",
            sql: """
                CREATE TABLE person (
                    id TEXT PRIMARY KEY,
                    name TEXT NOT NULL,
                    age BIGINT,
                    active BIGINT NOT NULL DEFAULT 1 CONSTRAINT active_is_yes_or_no CHECK (active IN (0, 1)),
                    picture BYTEA
                );
                -- a comment; with a semicolon
                CREATE UNIQUE INDEX person_name_age ON person (name, age);
                INSERT INTO person (id, name) VALUES ('first', 'the; first'), ('second', 'the ''second''');
                """),
        Migration(
            number: 2, name: "letters",
            sql: """
                CREATE TABLE letter (
                    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id), body TEXT NOT NULL
                );
                CREATE TABLE counter (id TEXT PRIMARY KEY, count BIGINT NOT NULL);
                INSERT INTO counter (id, count) VALUES ('a', 0), ('b', 0);
                """),
    ]
}

enum Colour: String {
    case red
    case blue
}

func insertPerson(_ id: String, name: String? = nil, age: Int? = nil, in db: Connection) throws {
    try db.execute("INSERT INTO person (id, name, age) VALUES (\(id), \(name ?? id), \(age))")
}

func count(_ table: String, in db: Connection) throws -> Int {
    try db.value("SELECT COUNT(*) FROM \(identifier: table)") ?? 0
}

extension TestPlace {
    /// Runs a test with an open database that has the tables of `TestSchema`.
    static func withDatabase(_ engine: Engine, _ test: (Database) async throws -> Void) async throws {
        try await with(engine) { place in
            let database = try await place.open()
            do {
                _ = try await database.migrate(TestSchema.migrations, recordedAt: TestSchema.now)
                try await test(database)
            } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }
}

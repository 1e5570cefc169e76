// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@Suite struct ValueTests {
    static let texts = [
        "", " ", "Straße, Bürgerrätin, Ä Ö Ü", "🧱🚲👩🏽‍🔧", "e\u{301} and é",
        "'single' \"double\" `back` $1 ? ; -- /* */",
        "\\x41 \\n", "line\r\nline\ttab", "\u{FEFF}mark", "العربية 日本語",
    ]

    @Test(arguments: TestPlace.engines)
    func `text comes back byte for byte`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            for text in Self.texts {
                let back: String? = try await database.read { db in try db.value("SELECT \(text)") }
                #expect(back.map { Array($0.utf8) } == Array(text.utf8))
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `numbers, truths, bytes and nothing come back as they were`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let bytes = (0...255).map { UInt8($0) }
            let row = try await database.write { db in
                try db.execute(
                    """
                    INSERT INTO person (id, name, age, active, picture)
                    VALUES (\("x"), \(Colour.blue), \(Int64.min), \(false), \(bytes))
                    """)
                return try db.row("SELECT id, name, age, active, picture FROM person WHERE id = \("x")")
            }
            let found = try #require(row)

            #expect(found.columns == ["id", "name", "age", "active", "picture"])
            #expect(try found.get("name", as: Colour.self) == .blue)
            #expect(try found.get("age", as: Int64.self) == .min)
            #expect(try found.get("active", as: Bool.self) == false)
            #expect(try found.get("picture", as: [UInt8].self) == bytes)
            #expect(found.has("age") && !found.has("height"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `nothing is nothing, and neither an empty text nor empty bytes are nothing`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let colour: Colour? = nil
            let row = try await database.read { db in
                try db.row(
                    """
                    SELECT \(Int?.none) AS number, \(colour) AS colour, \("") AS text, \([UInt8]()) AS bytes,
                        \(String?.none) IS NULL AS is_missing
                    """)
            }
            let found = try #require(row)

            #expect(try found.get("number", as: Int?.self) == nil)
            #expect(try found.get("colour", as: Colour?.self) == nil)
            #expect(try found.get("text", as: String?.self) == "")
            #expect(try found.get("bytes", as: [UInt8]?.self) == [])
            #expect(try found.get("is_missing", as: Bool.self))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `NUL in a text is refused and nothing is written`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            await #expect(throws: StorageError.nulCharacter) {
                try await database.write { db in
                    try insertPerson("before", in: db)
                    try insertPerson("a\0b", in: db)
                }
            }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a value of another type names column and table`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let row = try await database.read { db in
                try #require(try db.row("SELECT id, name, age FROM person WHERE id = 'first'"))
            }

            #expect(throws: StorageError.decoding(column: "name", table: "person", expected: "Int", found: "text")) {
                try row.get("name", as: Int.self)
            }
            #expect(throws: StorageError.decoding(column: "age", table: "person", expected: "String", found: "null")) {
                try row.get("age", as: String.self)
            }
            #expect(throws: StorageError.missingColumn(column: "height", table: "person")) {
                try row.get("height", as: Int.self)
            }
            #expect(
                performing: { try row.get("name", as: Colour.self) },
                throws: { error in
                    "\(error)".contains("name of person") && !"\(error)".contains("the; first")
                })
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a truth is nought or one`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            await #expect(throws: StorageError.self) {
                try await database.read { db in try db.value("SELECT \(2)", as: Bool.self) }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a floating point number cannot be read as anything`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            await #expect(throws: StorageError.self) {
                try await database.read { db in try db.value("SELECT AVG(count) FROM counter", as: Int.self) }
            }
        }
    }
}

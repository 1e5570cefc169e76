// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Password {
    public static func find(of person: String, in db: Connection) throws -> Password? {
        try db.row(
            "SELECT salt, digest, rounds, block_size, parallelism FROM password WHERE person_id = \(person)"
        ).map { row in
            Password(
                salt: try row.get("salt"), digest: try row.get("digest"),
                parameters: Parameters(
                    rounds: try row.get("rounds"), blockSize: try row.get("block_size"),
                    parallelism: try row.get("parallelism")))
        }
    }

    static func replace(of person: String, with password: Password?, at now: Moment, in db: Connection) throws {
        try db.execute("DELETE FROM password WHERE person_id = \(person)")
        guard let password else { return }
        try db.execute(
            """
            INSERT INTO password (person_id, salt, digest, rounds, block_size, parallelism, changed_at)
            VALUES (\(person), \(password.salt), \(password.digest), \(password.parameters.rounds),
                \(password.parameters.blockSize), \(password.parameters.parallelism), \(now.text))
            """)
    }
}

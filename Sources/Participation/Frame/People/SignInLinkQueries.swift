// SPDX-License-Identifier: EUPL-1.2

import Storage

extension SignInLink {
    static func find(tokenDigest: String, in db: Connection) throws -> SignInLink? {
        try db.row("SELECT \(columns) FROM sign_in_link WHERE token_digest = \(tokenDigest)").map(SignInLink.init)
    }

    /// The link that a browser asked for last.
    static func find(browserDigest: String, in db: Connection) throws -> SignInLink? {
        try db.row(
            """
            SELECT \(columns) FROM sign_in_link WHERE browser_digest = \(browserDigest)
            ORDER BY created_at DESC, id LIMIT 1
            """
        ).map(SignInLink.init)
    }

    func insert(tokenDigest: String, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO sign_in_link (id, email, language, token_digest, code_digest, browser_digest, onward,
                wrong_codes, created_at, expires_at)
            VALUES (\(id), \(email), \(language), \(tokenDigest), \(codeDigest), \(browserDigest), \(onward),
                \(wrongCodes), \(createdAt), \(expiresAt))
            """)
    }

    /// Marks a link as used; false when somebody was faster.
    static func use(_ id: String, at now: Moment, in db: Connection) throws -> Bool {
        try db.execute("UPDATE sign_in_link SET used_at = \(now.text) WHERE id = \(id) AND used_at IS NULL") == 1
    }

    static func countWrongCode(_ id: String, in db: Connection) throws {
        try db.execute("UPDATE sign_in_link SET wrong_codes = wrong_codes + 1 WHERE id = \(id)")
    }

    static func deleteExpired(before moment: Moment, in db: Connection) throws {
        try db.execute("DELETE FROM sign_in_link WHERE expires_at < \(moment.text)")
    }

    static func deleteAll(for email: EmailAddress, in db: Connection) throws {
        try db.execute("DELETE FROM sign_in_link WHERE email = \(email)")
    }

    private static let columns: SQL = """
        id, email, language, code_digest, browser_digest, onward, wrong_codes, created_at, expires_at, used_at
        """

    init(row: Row) throws {
        self.init(
            id: try row.get("id"), email: try row.get("email"), language: try row.get("language"),
            codeDigest: try row.get("code_digest"), browserDigest: try row.get("browser_digest"),
            onward: try row.get("onward"), wrongCodes: try row.get("wrong_codes"),
            createdAt: try row.get("created_at"), expiresAt: try row.get("expires_at"),
            usedAt: try row.get("used_at"))
    }
}

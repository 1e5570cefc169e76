// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Which forms have been sent, so that a double click does a thing once.
public enum FormUseQueries {
    /// Where an earlier sending of the same form led to.
    public static func outcome(of nonce: String, in db: Connection) throws -> String? {
        try db.value("SELECT outcome FROM form_use WHERE nonce = \(nonce)")
    }

    /// Keeps the outcome for as long as the form could be sent again.
    public static func record(_ nonce: String, outcome: String, at now: Moment, in db: Connection) throws {
        try db.execute("DELETE FROM form_use WHERE used_at < \(now.later(bySeconds: -2 * 24 * 60 * 60).text)")
        try db.execute(
            "INSERT INTO form_use (nonce, outcome, used_at) VALUES (\(nonce), \(outcome), \(now.text))")
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What came in lately, by digests alone: from it follow haste and repetition.
public enum ContributionTrace {
    /// How long words are remembered.
    static let keptSeconds: Int64 = 7 * 24 * 60 * 60

    /// What is known of a contribution when it comes in, and notes it for those that follow.
    ///
    /// - Parameters:
    ///   - sender: the id of a person, or the address of a guest
    ///   - effort: how it was written; nil for what was captured by staff
    public static func note(
        _ texts: [String], by sender: String, isGuest: Bool, effort: WritingEffort, at now: Moment, in db: Connection
    ) throws -> Suspicion.Submission {
        let (sender, fingerprint) = (Digest.make(sender), Suspicion.fingerprint(of: texts.joined(separator: "\n")))
        try db.execute("DELETE FROM contribution_trace WHERE recorded_at < \(now.later(bySeconds: -keptSeconds).text)")
        let recent: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM contribution_trace
            WHERE sender = \(sender) AND recorded_at > \(now.later(bySeconds: -3600).text)
            """)
        let same: Int64? = try db.value(
            "SELECT COUNT(*) FROM contribution_trace WHERE fingerprint = \(fingerprint)")
        try db.execute(
            """
            INSERT INTO contribution_trace (id, sender, fingerprint, recorded_at)
            VALUES (\(Digest.random(bytes: 16)), \(sender), \(fingerprint), \(now.text))
            """)
        return Suspicion.Submission(
            texts: texts, withinHour: Int(recent ?? 0), isRepeated: (same ?? 0) > 0, secondsOpen: effort.secondsOpen,
            hasProof: effort.hasProof, isGuest: isGuest)
    }
}

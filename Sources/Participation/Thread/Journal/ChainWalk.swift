// SPDX-License-Identifier: EUPL-1.2

/// What the chain says of each subject last.
struct ChainWalk {
    struct Last {
        let number: Int64
        let isRemoval: Bool
        let form: String
        /// The digest of the content alone, to compare a row with.
        let plainDigest: String
    }

    private(set) var lastBySubject: [String: Last] = [:]
    private var number: Int64 = 0
    private var digest = JournalEntry.origin

    /// The digest of the last entry walked.
    var head: String? { number > 0 ? "\(number):\(digest)" : nil }

    mutating func step(_ entry: JournalEntry, salt: String?, content: String?, report: inout VerificationReport) {
        number += 1
        let name = "journal entry \(entry.number)"
        if entry.number != number {
            report.faults.append("journal: entry \(number) is missing")
            number = entry.number
        } else if entry.previousDigest != digest {
            report.faults.append("\(name): does not follow the entry before")
        }
        if entry.digest != expectedDigest(of: entry) { report.faults.append("\(name): its digest does not fit") }
        if let salt, let content {
            if JournalEntry.contentDigest(salt: salt, content: content) != entry.contentDigest {
                report.faults.append("\(name): its content was altered")
            }
        } else {
            report.faults.append("\(name): its content is missing")
        }
        digest = entry.digest
        lastBySubject[entry.subject] = Last(
            number: entry.number, isRemoval: entry.verb == JournalVerb.removed.rawValue, form: entry.form,
            plainDigest: Digest.make(content ?? ""))
    }

    private func expectedDigest(of entry: JournalEntry) -> String {
        JournalEntry.digest(
            number: entry.number, recordedAt: entry.recordedAt, effectiveOn: entry.effectiveOn, actor: entry.actor,
            verb: entry.verb, subject: entry.subject, form: entry.form, contentDigest: entry.contentDigest,
            previousDigest: entry.previousDigest)
    }
}

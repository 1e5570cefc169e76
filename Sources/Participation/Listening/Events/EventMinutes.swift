// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The minutes of an event while they are written. Nobody outside sees them before they are published.
public struct MinutesDraft: Equatable, Sendable {
    public let text: String
    /// Counts the savings, so that nobody overwrites what somebody else has written meanwhile.
    public let revision: Int64
    public let savedAt: String
    /// The display name of whoever saved last.
    public let savedBy: String?

    public static let longest = 100_000

    /// The fields by the names they have in the form.
    public enum Field {
        public static let text = "niederschrift"
        public static let revision = "stand"
    }
}

/// Keeps or publishes the minutes of an event.
public struct WriteMinutes: Sendable {
    private let number: Int64
    private let text: String?
    private let revision: Int64
    private let isPublished: Bool

    /// - Parameters:
    ///   - revision: the one that the text is based on; 0 when there was none
    ///   - isPublished: whether everybody may read them from now on
    public init(of number: Int64, text: String?, basedOn revision: Int64, isPublished: Bool) {
        self.number = number
        self.text = text
        self.revision = revision
        self.isPublished = isPublished
    }

    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws {
        let (event, parent) = try Event.withParent(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayClose(event, of: parent, on: now.day))
        var check = FormCheck()
        let text = check.passage(
            self.text, field: MinutesDraft.Field.text, missing: "minutes-missing", limit: MinutesDraft.longest)
        try check.finish()
        guard try MinutesDraft.find(of: event.id, in: db)?.revision ?? 0 == revision else { throw Outdated() }
        try MinutesDraft.save(
            text ?? "", of: event.id, revision: revision + 1, by: person.id, at: now, in: db)
        guard isPublished, let text else { return }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.changeEvent(number, of: parent) { record in
            record.minutes = text
            record.state = .minuted
        }
        try TellFollowers(of: event.id, .minutesPublished, by: person.id, in: programme).run(at: now, in: db)
    }
}

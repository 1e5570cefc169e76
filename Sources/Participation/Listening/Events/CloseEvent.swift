// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An event is called off. Whoever has registered is told, with the reason.
public struct CancelEvent: Sendable {
    private let number: Int64
    private let reason: String?

    /// The field of the reason.
    public static let field = "grund"
    public static let longestReason = 1000

    public init(_ number: Int64, reason: String?) {
        self.number = number
        self.reason = reason
    }

    public func run(
        as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection,
        compose: RegistrationLetter.Compose
    ) throws {
        let (event, parent) = try Event.withParent(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayChange(event, of: parent))
        var check = FormCheck()
        let reason = check.passage(
            self.reason, field: Self.field, missing: "reason-missing", limit: Self.longestReason)
        try check.finish()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.changeEvent(number, of: parent) { $0.state = .cancelled }
        guard let changed = try Event.find(number: number, in: programme, db) else { return }
        try TellRegistered(.cancelled(reason: reason ?? ""), of: changed).run(at: now, in: db, compose: compose)
    }
}

/// An event has taken place: how many came, and from where, as far as that names nobody.
public struct HoldEvent: Sendable {
    private let number: Int64
    private let participants: String?

    /// The field of the number of those who came.
    public static let field = "teilnehmende"

    public init(_ number: Int64, participants: String?) {
        self.number = number
        self.participants = participants
    }

    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws {
        let (event, parent) = try Event.withParent(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayClose(event, of: parent, on: now.day))
        guard let typed = participants, let came = Int64(typed), (0...EventForm.mostPlaces).contains(came) else {
            throw InvalidForm([.init(Self.field, "participants-no-number", limit: Int(EventForm.mostPlaces))])
        }
        let origins = RegistrationOrigins(try Registration.origins(of: event.id, in: db), participants: came)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.changeEvent(number, of: parent) { record in
            record.participants = came
            if record.state.isAhead { record.state = .held }
            if !origins.counts.isEmpty { record.origins = origins.records }
        }
    }
}

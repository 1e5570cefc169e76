// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Whoever runs an event ticks who of those with a place was there.
public struct NoteAttendance: Sendable {
    private let number: Int64
    private let present: [String]

    /// - Parameter present: the ids of the registrations
    public init(at number: Int64, present: [String]) {
        self.number = number
        self.present = present
    }

    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws {
        let (event, parent) = try Event.withParent(number, in: programme, db)
        try visitor.mayClose(event, of: parent, on: now.day).check()
        try Registration.noteAttendance(of: present, at: event.id, in: db)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Who came to a conference, name by name of the list of invitations. Once the list is settled it is public and stays.
public struct RecordAttendance: Sendable {
    private let number: Int64
    private let programme: String
    private let names: [String]
    private let isSettled: Bool

    public enum Field {
        public static let names = "anwesend"
        public static let settled = "abschliessen"
    }

    /// - Parameters:
    ///   - names: names of the list of invitations
    ///   - isSettled: whether nothing will be added any more
    public init(_ number: Int64, in programme: String, _ names: [String], isSettled: Bool) {
        self.number = number
        self.programme = programme
        self.names = names
        self.isSettled = isSettled
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw MissingMatter(.consultation, number)
        }
        let person = try visitor.person(if: visitor.mayRecordAttendance(of: rules))
        guard names.allSatisfy(rules.invited.contains) else {
            throw InvalidForm([.init(Field.names, "unknown-choice")])
        }
        if isSettled, names.isEmpty { throw InvalidForm([.init(Field.names, "attendance-empty")]) }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(ConsultationRecord.self, rules.id) { record in
            record.attended = record.invited.filter(names.contains).map(AttendanceRecord.init)
            record.attendanceSettledOn = isSettled ? now.day : nil
        }
    }
}

extension Visitor {
    /// To say who came to a conference: whoever runs it, from its beginning until the list is settled.
    public func mayRecordAttendance(of consultation: ConsultationRules) -> Permission {
        let permission = mayRun(consultation)
        guard permission.isAllowed else { return permission }
        guard consultation.kind == .municipalConference else { return .refused("attendance-only-of-conferences") }
        guard consultation.attendanceSettledOn == nil else { return .refused("attendance-is-settled") }
        return consultation.state == .planned || consultation.state == .cancelled
            ? .refused("conference-has-not-begun") : .allowed
    }
}

/// A body of the list of invitations that came to the conference.
struct AttendanceRecord: ChildRecord {
    static let table = "consultation_attendance"
    static let parentColumn = "consultation_id"

    var name = ""

    init() {}

    init(_ name: String) {
        self.name = name
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("name", &name)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// How punctually ministries and other bodies do what they owe the public, and what is still open at which office.
/// Offices are counted where something is open, bodies where something was done; people never.
public struct DutyPunctuality: Equatable, Sendable {
    /// The days from handing in to the answer, half of the answers being quicker; nil where nothing is answered.
    public let medianDays: Int64?
    public let bodies: [Body]
    public let backlogs: [Backlog]

    /// A ministry or an organisation with all its offices.
    public struct Body: Equatable, Sendable {
        public let name: String
        public let open: Int64
        public let overdue: Int64
        public let met: Int64
        public let metInTime: Int64
        public let medianDays: Int64?

        /// In parts of a thousand; nil where nothing has been met yet.
        public var shareInTime: Int64? { met > 0 ? metInTime * 1000 / met : nil }
    }

    /// What an office has not done yet, by how long it has been due.
    public struct Backlog: Equatable, Sendable {
        public let office: DutyOffice
        public let open: Int64
        /// Overdue for up to four weeks, and for longer.
        public let overdue: Int64
        public let longOverdue: Int64
    }

    static let longDays = 28

    /// - Parameter today: a whole day
    public static func load(
        in programme: String, on today: PartialDate, _ db: Connection
    ) throws -> DutyPunctuality {
        try db.counted("punctuality \(today.text)", in: programme) { try read(in: programme, on: today, db) }
    }

    private static func read(
        in programme: String, on today: PartialDate, _ db: Connection
    ) throws -> DutyPunctuality {
        let spans = try replySpans(in: programme, db)
        let byBody = Dictionary(grouping: spans, by: \.body)
        let counts = try bodyCounts(in: programme, on: today, db)
        return DutyPunctuality(
            medianDays: median(of: spans),
            bodies: counts.map { count in
                Body(
                    name: count.name, open: count.open, overdue: count.overdue, met: count.met,
                    metInTime: count.metInTime, medianDays: byBody[count.name].flatMap(median))
            }, backlogs: try backlogs(in: programme, on: today, db))
    }

    /// So many answers of a body took so many days.
    struct Span: Equatable, Sendable {
        let body: String
        let days: Int64
        let count: Int64
    }

    struct BodyCount: Equatable, Sendable {
        let name: String
        let open: Int64
        let overdue: Int64
        let met: Int64
        let metInTime: Int64
    }

    /// Between two answers in the middle, the day in the middle of both, rounded up.
    static func median(of spans: [Span]) -> Int64? {
        let sorted = spans.sorted { $0.days < $1.days }
        let total = sorted.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        let (low, high) = (day(at: (total - 1) / 2, in: sorted), day(at: total / 2, in: sorted))
        return (low + high + 1) / 2
    }

    private static func day(at place: Int64, in spans: [Span]) -> Int64 {
        var passed: Int64 = 0
        for span in spans {
            passed += span.count
            if passed > place { return span.days }
        }
        return 0
    }
}

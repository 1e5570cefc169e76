// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A document that takes too long for one answer: ordered by somebody, made in the background one at a time, and kept
/// for a day for whoever ordered it.
public struct ExportJob: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let person: String
    /// What is made: `synopsis`.
    public let kind: String
    /// What the kind needs to know, as the query of an address.
    public let subject: String
    public let format: ExportFormat
    /// `de` or `en`.
    public let language: String
    public let title: String
    public let fileName: String
    public let state: State
    /// Why it failed, as the texts know it under `exports.faults`.
    public let fault: String?
    let attempts: Int64
    public let rowsDone: Int64
    /// Nil while nobody has counted.
    public let rowsAll: Int64?
    public let byteCount: Int64?
    public let createdAt: String
    public let endedAt: String?
    public let expiresAt: String

    public enum State: String, CaseIterable, Sendable {
        case waiting, running, done, failed
    }

    /// How long a finished document is kept.
    static let secondsKept: Int64 = 24 * 60 * 60
    /// After this long without a sign of life somebody else may take it over.
    static let leaseSeconds: Int64 = 60
    /// A document whose making ended the program twice is not begun a third time.
    static let mostAttempts: Int64 = 2
    /// How many may wait for one person.
    static let mostWaiting: Int64 = 3

    public var isOpen: Bool { state == .waiting || state == .running }
}

public enum ExportFormat: String, CaseIterable, Sendable {
    case docx, pdf
}

/// Somebody wants a document. Whether they may have it is the kind's to say.
public struct OrderExport: Sendable {
    public let kind: String
    public let subject: String
    public let format: ExportFormat
    public let language: String
    public let title: String
    /// Without its ending.
    public let fileStem: String

    public init(
        _ kind: String, of subject: String, as format: ExportFormat, in language: String, title: String,
        fileStem: String
    ) {
        self.kind = kind
        self.subject = subject
        self.format = format
        self.language = language
        self.title = title
        self.fileStem = fileStem
    }

    /// - Returns: the id of the job; of one that is under way, when the same is ordered again
    public func run(as visitor: Visitor, in programme: String, at now: Moment, in db: Connection) throws -> String {
        let person = try visitor.person(if: visitor.mayWork(in: programme))
        if let same = try ExportJob.open(of: person.id, in: programme, self, db) { return same }
        guard try ExportJob.openCount(of: person.id, db) < ExportJob.mostWaiting else {
            throw Refusal("too-many-exports")
        }
        let id = Digest.random(bytes: 16)
        try ExportJob.insert(id, of: person.id, in: programme, self, at: now, db)
        return id
    }
}

/// What whoever makes documents does with jobs, each step in a transaction of its own.
public struct MakeExport: Sendable {
    /// Takes the next one; nil while another one is under way or nothing waits. What was left behind by a program that
    /// ended is taken up again, or given up; what has been kept long enough goes.
    public static func claimNext(at now: Moment, in db: Connection) throws -> ExportJob? {
        guard try ExportJob.isAnything(toDoAt: now, db) else { return nil }
        try ExportJob.removeExpired(at: now, db)
        try ExportJob.settleAbandoned(at: now, db)
        return try ExportJob.claimNext(at: now, db)
    }

    /// Whether `claimNext` would change anything: asked without keeping anybody from writing.
    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        try ExportJob.isAnything(toDoAt: now, db)
    }

    /// A sign of life. False when somebody else has the job by now.
    public static func note(
        _ job: ExportJob, rows: Int64, of all: Int64?, at now: Moment, in db: Connection
    ) throws -> Bool {
        try ExportJob.note(job, rows: rows, of: all, at: now, db)
    }

    /// - Parameter position: from 0
    public static func keep(_ bytes: [UInt8], _ position: Int64, of job: ExportJob, in db: Connection) throws {
        try ExportJob.keep(bytes, position, of: job, db)
    }

    /// Done is only what lies here whole.
    public static func finish(
        _ job: ExportJob, rows: Int64, bytes: Int64, at now: Moment, in db: Connection
    ) throws -> Bool {
        guard try ExportJob.keptBytes(of: job, db) == bytes, bytes > 0 else { return false }
        return try ExportJob.finish(job, rows: rows, bytes: bytes, at: now, db)
    }

    public static func fail(_ job: ExportJob, because fault: String, at now: Moment, in db: Connection) throws {
        try ExportJob.fail(job, because: fault, at: now, db)
    }

    /// The program is to end: the job waits for the next start, and this attempt does not count.
    public static func giveBack(_ job: ExportJob, in db: Connection) throws {
        try ExportJob.giveBack(job, db)
    }

    /// Whoever ordered it, with the roles held today; nil when the person is gone.
    public static func visitor(of job: ExportJob, at now: Moment, in db: Connection) throws -> Visitor? {
        guard let person = try Person.find(job.person, in: db) else { return nil }
        return Visitor(person, roles: try HeldRole.list(of: person.id, on: now.day, in: db))
    }
}

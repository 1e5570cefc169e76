// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Checks the chain of the journal and that every covered row is what its last entry says.
public struct VerifyJournal: Sendable {
    private let knownHead: KnownHead?

    /// A number and digest kept elsewhere; with it even a rewritten chain is found.
    public struct KnownHead: Equatable, Sendable {
        let number: Int64
        let digest: String

        /// - Parameter text: `NUMBER:DIGEST`.
        public init?(text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let number = Int64(parts[0]), parts[1].utf8.count == 64 else { return nil }
            self.number = number
            digest = String(parts[1])
        }
    }

    public init(knownHead: KnownHead? = nil) {
        self.knownHead = knownHead
    }

    public func run(in db: Connection) throws -> VerificationReport {
        var report = VerificationReport()
        let chain = try ChainWalk.walk(knownHead: knownHead, report: &report, in: db)
        var present: Set<String> = []
        for programme in try ProgrammeQueries.all(in: db) {
            try compare(programme.id, named: programme.slug, chain: chain, present: &present, report: &report, in: db)
            try compareReports(of: programme.id, programme.slug, chain, present: &present, report: &report, in: db)
        }
        for (subject, last) in chain.lastBySubject.sorted(by: { $0.value.number < $1.value.number })
        where !last.isRemoval && !present.contains(subject) {
            report.faults.append("\(last.form) \(subject): removed without an entry (last entry \(last.number))")
        }
        return report
    }

    /// Published reports are no matters: their entry holds the digest of the file that is kept.
    private func compareReports(
        of programme: String, _ slug: String, _ chain: ChainWalk, present: inout Set<String>,
        report: inout VerificationReport, in db: Connection
    ) throws {
        for published in try PublishedStocktaking.list(in: programme, db) {
            present.insert(published.id)
            let name = "\(slug): report \(published.number)"
            guard let last = chain.lastBySubject[published.id], !last.isRemoval else {
                report.faults.append("\(name): has no entry in the journal")
                continue
            }
            let isSame = last.form == PublishedStocktaking.form && Digest.make(published.content) == last.plainDigest
            if !isSame { report.faults.append("\(name): differs from entry \(last.number) of the journal") }
            let file = try published.file(db)
            if file.map(Digest.make) != published.digest { report.faults.append("\(name): its file was altered") }
        }
    }

    private func compare(
        _ programme: String, named slug: String, chain: ChainWalk, present: inout Set<String>,
        report: inout VerificationReport, in db: Connection
    ) throws {
        let contents = try ProgrammeContents.read(programme, toleratesFaults: true, in: db)
        var names: [String: String] = [:]
        for matter in contents.matters { names[matter.id] = "\(slug): \(matter.reference.text)" }
        for finding in contents.findings {
            report.faults.append("\(names[finding.matter] ?? finding.matter): \(finding.reason)")
        }
        var covered = Set(contents.stored.flatMap { stored in [stored.matter.id] + stored.nested.map(\.id) })
        covered.formUnion(contents.findings.map(\.matter))
        for matter in contents.matters where !covered.contains(matter.id) {
            report.faults.append("\(slug): \(matter.reference.text): belongs to nothing that the journal covers")
        }
        for stored in contents.stored {
            present.insert(stored.matter.id)
            report.mattersCompared += 1
            let name = "\(slug): \(stored.matter.reference.text)"
            guard let last = chain.lastBySubject[stored.matter.id], !last.isRemoval else {
                report.faults.append("\(name): has no entry in the journal")
                continue
            }
            if stored.form != last.form || Digest.make(stored.content) != last.plainDigest {
                report.faults.append("\(name): differs from entry \(last.number) of the journal")
            }
        }
    }
}

/// What `verify` found.
public struct VerificationReport: Equatable, Sendable {
    public internal(set) var entriesRead: Int64 = 0
    public internal(set) var mattersCompared = 0
    /// The last number and digest, to be kept elsewhere.
    public internal(set) var head: String?
    /// Each names the place.
    public internal(set) var faults: [String] = []

    public var isSound: Bool { faults.isEmpty }
}

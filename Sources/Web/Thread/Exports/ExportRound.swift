// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Logging
import Participation
import Storage

/// Makes the next document that was ordered, from the first row to the file that can be fetched.
public struct ExportRound: Sendable {
    let site: Site
    /// How long writing may take; printing has a limit of its own.
    var longest: Duration = .seconds(600)
    /// How often the database hears how far a document is, and whoever ordered it.
    var beat: Duration = .seconds(1)
    private static let partSize = 1 << 20

    public init(_ site: Site) {
        self.site = site
    }

    /// - Parameter isEnding: whether the program is to end; then the document waits for the next start
    /// - Returns: whether there was one
    public func run(isEnding: @escaping @Sendable () -> Bool) async throws -> Bool {
        let now = Moment(site.clock())
        guard try await site.read({ db in try MakeExport.isDue(at: now, in: db) }),
            let job = try await site.write({ db in try MakeExport.claimNext(at: now, in: db) })
        else { return false }
        let progress = ExportProgress(until: .now + longest)
        if isEnding() { progress.stop(.ending) }
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await tell(progress, of: job, isEnding) }
                defer { progress.finish() }
                try await make(job, progress)
                progress.finish()
                try await group.waitForAll()
            }
        } catch let stop as ExportProgress.Stop where stop == .ending {
            try await site.write { db in try MakeExport.giveBack(job, in: db) }
        } catch let stop as ExportProgress.Stop where stop == .takenOver {
            site.logger.warning("export \(job.id) was taken over by another program")
        } catch {
            let fault = ExportFault(error)
            site.logger.error("export \(job.id) (\(job.kind), \(job.format.rawValue)) failed: \(error)")
            let now = Moment(site.clock())
            try await site.write { db in try MakeExport.fail(job, because: fault.rawValue, at: now, in: db) }
        }
        return true
    }

    private func make(_ job: ExportJob, _ progress: ExportProgress) async throws {
        let folder = try WorkFolder()
        let (file, rows) = try await written(job, in: folder.url, progress)
        let finished: URL
        switch job.format {
        case .docx:
            guard try DOCXWriter.rows(in: file).map(Int64.init) == rows else { throw ExportFault.rowsMissing }
            finished = file
        case .pdf:
            guard let printer = site.settings.printer else { throw ExportFault.printerMissing }
            finished = try await printer.print(file) { progress.stop != nil }
            try progress.check()
        }
        try await keep(finished, rows: rows, of: job, progress)
    }

    private func written(
        _ job: ExportJob, in folder: URL, _ progress: ExportProgress
    ) async throws -> (file: URL, rows: Int64) {
        guard let kind = Site.exportKind(job.kind) else { throw ExportFault.unknownKind }
        let query = try Query(job.subject)
        let context = try await context(of: job)
        let file = folder.appending(path: job.format == .docx ? "document.docx" : "document.html")
        let rows = try await site.read { db in
            let subject = try kind.subject(query, in: context, db)
            let sheet = PaperSheet(
                title: subject.title, author: context.currentProgramme?.name(in: context.language) ?? "",
                language: context.language.rawValue, isLandscape: subject.isLandscape,
                footer: subject.footer ?? subject.title)
            let writer: any PaperWriter =
                switch job.format {
                case .docx: try DOCXWriter(file, sheet)
                case .pdf: try HTMLPaper(file, sheet)
                }
            let rows = try kind.rows(query, in: context, db)
            progress.begin(rows)
            try kind.write(query, on: WatchedPaper(writer, progress), in: context, db)
            try writer.finish()
            guard Int64(writer.rowCount) == rows else { throw ExportFault.rowsMissing }
            return rows
        }
        return (file, rows)
    }

    /// What a page would know if the person asked for it now.
    private func context(of job: ExportJob) async throws -> SiteContext {
        let now = Moment(site.clock())
        let found = try await site.read { [programmes = site.programmes] db in
            (visitor: try MakeExport.visitor(of: job, at: now, in: db), programmes: try programmes(db))
        }
        guard let visitor = found.visitor, let programme = found.programmes.first(where: { $0.id == job.programme })
        else {
            throw ExportFault.notAllowed
        }
        let language = Language(rawValue: job.language) ?? .german
        var context = SiteContext(logger: site.logger, remoteAddress: nil)
        context.address = PageAddress(language: language, slug: programme.isMain ? nil : programme.slug, path: "/")
        context.texts = site.texts.speaking(language)
        context.links = Links(language: language, slug: nil, publicURL: site.settings.publicRoot).inProgramme(programme)
        context.now = site.clock()
        context.currentProgramme = programme
        context.visitor = visitor
        return context
    }

    /// Into the database, piece by piece, so that nobody waits long for their turn to write.
    private func keep(_ file: URL, rows: Int64, of job: ExportJob, _ progress: ExportProgress) async throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { handle.closeFile() }
        var (position, count): (Int64, Int64) = (0, 0)
        while let data = try handle.read(upToCount: Self.partSize), !data.isEmpty {
            try progress.check()
            let (bytes, place) = ([UInt8](data), position)
            try await site.write { db in try MakeExport.keep(bytes, place, of: job, in: db) }
            (position, count) = (position + 1, count + Int64(bytes.count))
        }
        let (all, now) = (count, Moment(site.clock()))
        let isDone = try await site.write { db in
            try MakeExport.finish(job, rows: rows, bytes: all, at: now, in: db)
        }
        guard isDone else { throw ExportFault.fileIncomplete }
    }

    /// Tells the database how far it is until the document is made, and the writer when it is to stop.
    private func tell(_ progress: ExportProgress, of job: ExportJob, _ isEnding: @Sendable () -> Bool) async throws {
        while !progress.isFinished {
            if isEnding() { return progress.stop(.ending) }
            let (rows, all, now) = (progress.rows, progress.all, Moment(site.clock()))
            let isOurs = try await site.write { db in try MakeExport.note(job, rows: rows, of: all, at: now, in: db) }
            if !isOurs, !progress.isFinished { return progress.stop(.takenOver) }
            let until = ContinuousClock.now + beat
            while !progress.isFinished, ContinuousClock.now < until, !isEnding() {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }
}

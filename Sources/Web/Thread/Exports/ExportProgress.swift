// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Synchronization

/// How far a document is: shared between whoever writes it and whoever tells others.
final class ExportProgress: Sendable {
    /// Why writing ends before its end.
    enum Stop: Error, Equatable, Sendable {
        /// The program is to end.
        case ending
        /// Another program thought that this one had died.
        case takenOver
        case tookTooLong
    }

    private struct State {
        var rows: Int64 = 0
        var all: Int64?
        var stop: Stop?
        var isFinished = false
    }

    private let state = Mutex(State())
    private let deadline: ContinuousClock.Instant

    init(until deadline: ContinuousClock.Instant) {
        self.deadline = deadline
    }

    var rows: Int64 { state.withLock { $0.rows } }
    var all: Int64? { state.withLock { $0.all } }
    var stop: Stop? { state.withLock { $0.stop } }
    var isFinished: Bool { state.withLock { $0.isFinished } }

    func begin(_ all: Int64) { state.withLock { $0.all = all } }

    func countRow() { state.withLock { $0.rows += 1 } }

    func stop(_ stop: Stop) { state.withLock { $0.stop = stop } }

    func finish() { state.withLock { $0.isFinished = true } }

    func check() throws(Stop) {
        if let stop { throw stop }
        if ContinuousClock.now > deadline { throw .tookTooLong }
    }
}

/// A document whose progress is told, and whose writing ends when it is to.
final class WatchedPaper: PaperWriter {
    private let paper: any PaperWriter
    private let progress: ExportProgress

    init(_ paper: any PaperWriter, _ progress: ExportProgress) {
        self.paper = paper
        self.progress = progress
    }

    var rowCount: Int { paper.rowCount }

    func write(_ block: PaperBlock) throws {
        try progress.check()
        try paper.write(block)
        if case .row = block { progress.countRow() }
    }

    func finish() throws { try paper.finish() }
}

/// Why a document could not be made, as the texts know it under `exports.faults`.
enum ExportFault: String, Error, CaseIterable, Sendable {
    case tookTooLong = "too-long"
    case tookTooMuchMemory = "too-much-memory"
    case printerMissing = "printer-missing"
    case printerFailed = "printer-failed"
    case rowsMissing = "rows-missing"
    case fileIncomplete = "file-incomplete"
    case notAllowed = "not-allowed"
    case unknownKind = "unknown-kind"
    case unknown

    init(_ error: any Error) {
        self =
            switch error {
            case let fault as ExportFault: fault
            case ExportProgress.Stop.tookTooLong, PrintProgram.Failure.tookTooLong: .tookTooLong
            case PrintProgram.Failure.tookTooMuchMemory: .tookTooMuchMemory
            case is PrintProgram.Failure: .printerFailed
            case is Refusal, is PageFault: .notAllowed
            default: .unknown
            }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The cabinet office plans a sitting. Nobody outside learns of it before something decided in it is published.
public struct PlanSitting: Sendable {
    private let form: SittingForm
    private let programme: String

    public init(_ form: SittingForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// Tells the number of the sitting.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        let person = try visitor.person(if: visitor.mayRunSittings(in: programme))
        let boards = try SittingAtWork.boards(in: programme, db)
        var check = FormCheck()
        let board = boards.first { $0.key == form.board }
        if board == nil { check.add(SittingForm.Field.board, "board-missing") }
        let day = ConsultationForm.day(form.heldOn, SittingForm.Field.heldOn, missing: "day-missing", &check)
        let place = check.optionalLine(form.place, field: SittingForm.Field.place, limit: 200)
        try check.finish()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        var record = SittingRecord()
        record.id = MatterWriting.newKey(.sitting)
        record.publicNumber = try writing.nextNumber(.sitting)
        record.board = board?.key
        record.heldOn = day ?? now.day
        record.place = place
        _ = try writing.create(record, isPublic: false)
        return record.publicNumber
    }
}

/// What was typed for a sitting.
public struct SittingForm: Equatable, Sendable {
    /// The key of a board.
    public var board: String?
    public var heldOn: String?
    public var place: String?

    public enum Field {
        public static let board = "gremium"
        public static let heldOn = "tag"
        public static let place = "ort"
        public static let minutes = "niederschrift"
    }

    public init() {}
}

/// What was said in a sitting is kept for those inside.
public struct KeepSittingMinutes: Sendable {
    private let number: Int64
    private let programme: String
    private let text: String?

    public init(_ number: Int64, in programme: String, _ text: String?) {
        self.number = number
        self.programme = programme
        self.text = text
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayRunSittings(in: programme))
        guard let sitting = try SittingAtWork.list(in: programme, db).first(where: { $0.number == number }) else {
            throw MissingMatter(.sitting, number)
        }
        guard sitting.heldOn.firstDay <= now.day.firstDay else { throw Refusal("sitting-not-yet-held") }
        var check = FormCheck()
        let minutes = check.passage(
            text, field: SittingForm.Field.minutes, missing: "minutes-missing", limit: 100_000)
        try check.finish()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(SittingRecord.self, sitting.id) { $0.minutes = minutes }
    }
}

/// A paper is put on the agenda of a sitting. Boards deal with it in their order; what is urgent may pass one over.
public struct PutOnAgenda: Sendable {
    private let number: Int64
    private let programme: String
    private let sitting: String?
    private let label: String?

    public enum Field {
        public static let sitting = "sitzung"
        public static let label = "top"
        public static let result = "ausgang"
        public static let note = "vermerk"
    }

    /// - Parameter sitting: the number of a sitting
    public init(_ number: Int64, in programme: String, sitting: String?, label: String?) {
        self.number = number
        self.programme = programme
        self.sitting = sitting
        self.label = label
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayRunSittings(in: paper.programme)
        }
        let paper = writing.paper
        guard paper.state == .submitted || paper.state == .onAgenda, paper.results.isEmpty else {
            throw Refusal("paper-is-not-submitted")
        }
        var check = FormCheck()
        let all = try SittingAtWork.list(in: programme, db)
        let chosen = sitting.flatMap(Int64.init).flatMap { number in all.first { $0.number == number } }
        if chosen == nil { check.add(Field.sitting, "sitting-missing") }
        let label = check.line(label, field: Field.label, missing: "agenda-label-missing", limit: 12)
        try check.finish()
        guard let chosen, let label else { return }
        try paper.mayGo(into: chosen, try SittingAtWork.boards(in: programme, db)).check()
        try writing.change { record in
            record.state = .onAgenda
            var station = PaperStationRecord()
            station.sitting = chosen.key
            station.label = label
            record.stations.append(station)
        }
    }
}

extension PaperAtWork {
    /// The sitting that is to decide: the one on whose agenda the paper stands at last.
    public var decidingStation: Station? { stations.last { $0.result == nil } }

    /// Whether a paper may go into a sitting: not twice into one, and not past a board that comes before.
    public func mayGo(into sitting: SittingAtWork, _ boards: [SittingBoard]) -> Permission {
        guard let rank = sitting.rank else { return .refused("board-deals-with-no-papers") }
        let current = stations.filter { $0.result != .takenOff }
        guard !current.contains(where: { $0.sitting.id == sitting.id }) else { return .refused("paper-is-on-agenda") }
        guard !current.contains(where: { $0.result == nil }) else { return .refused("paper-is-on-another-agenda") }
        guard urgency == nil else { return .allowed }
        let passed = current.filter { $0.result == .recommended && $0.sitting.heldOn <= sitting.heldOn }
            .compactMap(\.sitting.rank)
        let isMissing = boards.compactMap(\.rank).contains { $0 < rank && !passed.contains($0) }
        return isMissing ? .refused("earlier-board-missing") : .allowed
    }

    /// The board whose turn it is: the first that has not recommended the paper yet.
    public func nextBoard(_ boards: [SittingBoard]) -> SittingBoard? {
        let passed = stations.filter { $0.result == .recommended }.compactMap(\.sitting.rank)
        return boards.first { board in board.rank.map { !passed.contains($0) } ?? false }
    }

    /// Whether a board decides, and does not only prepare.
    func decides(_ sitting: SittingAtWork, _ boards: [SittingBoard]) -> Bool {
        sitting.rank != nil && sitting.rank == boards.compactMap(\.rank).max()
    }
}

/// A board that prepares the decision has dealt with a paper: it recommends it, gives it back or takes it off.
public struct NoteStation: Sendable {
    private let number: Int64
    private let programme: String
    private let result: String?
    private let note: String?

    public init(_ number: Int64, in programme: String, result: String?, note: String?) {
        self.number = number
        self.programme = programme
        self.result = result
        self.note = note
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayRunSittings(in: paper.programme)
        }
        let paper = writing.paper
        guard paper.results.isEmpty, let station = paper.decidingStation else { throw Refusal("paper-is-on-no-agenda") }
        var check = FormCheck()
        let chosen = result.flatMap(StationResult.init)
        if chosen == nil { check.add(PutOnAgenda.Field.result, "result-missing") }
        let text =
            note == nil && chosen == .recommended
            ? nil : check.passage(note, field: PutOnAgenda.Field.note, missing: "reason-missing", limit: 2_000)
        try check.finish()
        let boards = try SittingAtWork.boards(in: programme, db)
        if chosen == .recommended {
            guard !paper.decides(station.sitting, boards) else { throw Refusal("board-decides") }
            guard station.sitting.heldOn.firstDay <= now.day.firstDay else { throw Refusal("sitting-not-yet-held") }
        }
        let index = paper.stations.lastIndex { $0.result == nil } ?? 0
        try writing.change { record in
            record.stations[index].result = chosen
            record.stations[index].note = text
            if chosen == .referredBack { record.state = .draft }
            if chosen == .takenOff { record.state = .submitted }
        }
    }
}

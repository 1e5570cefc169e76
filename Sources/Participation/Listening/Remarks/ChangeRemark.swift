// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The author mends a remark within the first minutes, or takes it back. What it said stays in the journal's content,
/// which can be erased by law; the place stays, since others may have answered.
public struct ChangeRemark: Sendable {
    private let remark: Remark
    private let change: Change

    public enum Change: Equatable, Sendable {
        case text(RemarkForm)
        case withdrawal
    }

    public init(_ remark: Remark, _ change: Change) {
        self.remark = remark
        self.change = change
    }

    public func run(as visitor: Visitor, in programme: String, at now: Moment, _ db: Connection) throws {
        let standing = try RemarkStanding(remark, for: visitor, in: programme, at: now, db)
        switch change {
        case .text(let form):
            let person = try visitor.person(if: visitor.mayEdit(standing))
            let text = try form.validatedText()
            try write(as: person, in: programme, at: now, db) { $0.text = text }
        case .withdrawal:
            let person = try visitor.person(if: visitor.mayWithdraw(standing))
            try write(as: person, in: programme, at: now, db) { record in
                record.text = Remark.nothing
                record.authorLabel = nil
                record.isWithdrawn = true
            }
        }
    }

    private func write(
        as person: Person, in programme: String, at now: Moment, _ db: Connection,
        _ edit: (inout RemarkRecord) -> Void
    ) throws {
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(RemarkRecord.self, remark.id) { edit(&$0) }
    }
}

extension RemarkStanding {
    /// How a remark stands to a visitor.
    public init(
        _ remark: Remark, for visitor: Visitor, in programme: String, at now: Moment, _ db: Connection
    ) throws {
        let since = try Remark.visibleFrom(remark.id, in: programme, db)
        let isOwn = try visitor.person.map { try ContributionAuthor.isAuthor($0.id, of: remark.id, in: db) } ?? false
        self.init(
            isOwn: isOwn, isHidden: remark.isHidden, isWithdrawn: remark.isWithdrawn,
            secondsPublic: since?.seconds(until: now) ?? .max)
    }
}

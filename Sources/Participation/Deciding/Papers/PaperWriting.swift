// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Changes one paper. Until its decisions are published a paper stays inside, whatever happens to it.
struct PaperWriting {
    let paper: PaperAtWork
    private(set) var matters: MatterWriting
    private let db: Connection

    /// - Parameter permission: asked with the paper as it stands
    init(
        _ number: Int64, in programme: String, as visitor: Visitor, at now: Moment, _ db: Connection,
        if permission: (PaperAtWork) throws -> Permission
    ) throws {
        guard let paper = try PaperAtWork.find(number: number, in: programme, db) else {
            throw MissingMatter(.paper, number)
        }
        let person = try visitor.person(if: permission(paper))
        self.paper = paper
        self.db = db
        matters = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
    }

    /// - Parameter revision: which state of the paper was on the screen; nil when any will do
    mutating func change(revision: String? = nil, _ edit: (inout PaperRecord) throws -> Void) throws {
        try matters.change(PaperRecord.self, paper.id) { record in
            if let revision, record.revision != revision { throw Outdated() }
            try edit(&record)
        }
    }

    func record() throws -> PaperRecord {
        guard let record = try matters.find(PaperRecord.self, paper.id) else {
            throw MissingMatter(.paper, paper.number)
        }
        return record
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Makes a remark public, and tells those whom it concerns.
struct PublishRemark {
    let text: String
    let authorLabel: String?
    let place: RemarkPlace
    let office: OwnOffice?
    /// Who wrote it; nil for guests.
    let person: String?

    /// - Parameter actor: who wrote it, as the journal knows them; nil for guests
    func run(
        by actor: String?, in programme: String, at now: Moment, _ db: Connection
    ) throws -> (id: String, number: Int64) {
        var writing = try MatterWriting(in: programme, by: actor ?? JournalEntry.system, at: now, db)
        var record = RemarkRecord()
        record.id = MatterWriting.newKey(.remark)
        record.publicNumber = try writing.nextNumber(.remark)
        record.matter = MatterReference(place.matter.kind, place.matter.key)
        record.authorLabel = authorLabel
        record.text = text
        record.writtenOn = now.day
        record.parent = try parentKey(writing)
        record.office = office?.key
        let id = try writing.create(record, isPublic: true)
        if let person { try ContributionAuthor.record(matter: id, person: person, at: now, in: db) }
        try tell(actor, in: programme, at: now, db)
        return (id, record.publicNumber)
    }

    /// An answer to an answer joins the conversation above it.
    private func parentKey(_ writing: MatterWriting) throws -> String? {
        guard let parent = place.parent else { return nil }
        let record = try writing.find(RemarkRecord.self, parent.id)
        return record?.parent ?? record?.id
    }

    private func tell(_ actor: String?, in programme: String, at now: Moment, _ db: Connection) throws {
        try TellFollowers(of: place.matter.id, .remarkReceived, by: actor, in: programme).run(at: now, in: db)
        guard let parent = place.parent else { return }
        try TellFollowers(of: parent.id, .remarkAnswered, by: actor, in: programme).run(at: now, in: db)
    }
}

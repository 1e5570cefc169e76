// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A paper is begun: its proposals become items with their versions fixed, and what the portal knows is put into words.
public struct ComposePaper: Sendable {
    private let form: PaperForm
    private let programme: String

    public init(_ form: PaperForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// Tells the number of the paper, which nobody outside comes across.
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, wording: PaperWording.Making
    ) throws -> Int64 {
        let choices = try SynopsisChoices.load(in: programme, db)
        let lead = form.ministry.flatMap { key in choices.ministries.first { $0.key == key } }
        let person = try visitor.person(if: visitor.mayBeginPaper(for: lead?.id, in: programme))
        var check = FormCheck()
        let head = form.head(choices, &check)
        let chosen = try PaperItems.chosen(form.proposals, &check, in: programme, db)
        try check.finish()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        let material = try PaperMaterial.load(chosen.map(\.id), in: programme, db)
        let words = try wording(material)
        var record = PaperRecord()
        record.id = MatterWriting.newKey(.paper)
        record.publicNumber = try writing.nextNumber(.paper)
        record.title = head.title
        record.fileNumber = head.fileNumber
        record.ministry = head.ministry
        record.handling = .oral
        let template = try PaperTemplate.load(of: programme, db)
        record.layout = template.layout
        record.parts = template.texts.compactMap { entry in
            words.texts[entry.part].map { PaperPartRecord(entry.part, $0) }
        }
        record.items = try PaperItems.items(material, words, writing)
        record.number(itemsFrom: 1)
        _ = try writing.create(record, isPublic: false)
        return record.publicNumber
    }
}

/// The composed parts of a paper are put together again from what the portal knows now; versions are fixed anew.
public struct RecomposePaper: Sendable {
    private let number: Int64
    private let programme: String

    public init(_ number: Int64, in programme: String) {
        self.number = number
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection, wording: PaperWording.Making) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayWrite(paper.standing)
        }
        let material = try writing.paper.material(db)
        let words = try wording(material)
        let versions = Dictionary(uniqueKeysWithValues: material.proposals.map { ($0.number, $0.version) })
        let numbers = writing.paper.entries.map(\.proposal?.number)
        try writing.change { record in
            let before = record.digest
            record.parts = PaperTemplate(record.layout).texts.map(\.part).compactMap { part in
                let text = PaperPart.composed.contains(part) ? words.texts[part] : record.text(part)
                return text.map { PaperPartRecord(part, $0) }
            }
            for (index, number) in numbers.enumerated() {
                guard let number, record.items.indices.contains(index) else { continue }
                record.items[index].version = versions[number] ?? record.items[index].version
            }
            record.askAgain(ifChangedFrom: before)
        }
    }
}

/// The items that proposals become.
enum PaperItems {
    /// Proposals that can be decided on and are in no other paper.
    static func chosen(
        _ typed: [String], of paper: Int64? = nil, _ check: inout FormCheck, in programme: String, _ db: Connection
    ) throws -> [Gate.Candidate] {
        guard !typed.isEmpty else { return [] }
        let candidates = try Gate.check(in: programme, db).map(\.proposal)
        let found = candidates.filter { typed.contains(String($0.number)) }
        if found.count != Set(typed).count { check.add(PaperForm.Field.proposals, "unknown-choice") }
        if found.contains(where: { $0.paper != nil && $0.paper != paper }) {
            check.add(PaperForm.Field.proposals, "proposal-in-another-paper")
        }
        return found
    }

    /// By field of action, then by number, as the material has them.
    static func items(
        _ material: PaperMaterial, _ words: PaperWording, _ writing: MatterWriting
    ) throws -> [DecisionItemRecord] {
        try material.proposals.map { proposal in
            guard let record = try writing.find(ProposalRecord.self, proposal.id) else {
                throw MissingMatter(.proposal, proposal.number)
            }
            var entry = DecisionItemRecord()
            entry.title = record.title
            entry.proposal = record.key
            entry.version = proposal.version
            entry.field = record.field
            entry.text = words.items[proposal.number]
            return entry
        }
    }
}

extension PaperRecord {
    mutating func number(itemsFrom first: Int) {
        for index in items.indices { items[index].label = String(first + index) }
    }

    /// Who has signed, has signed other words: with changed ones all are asked again.
    mutating func askAgain(ifChangedFrom before: String) {
        guard state == .coSigning, digest != before else { return }
        edition = (edition ?? 1) + 1
        for index in signatures.indices {
            signatures[index].state = .open
            signatures[index].signedOn = nil
            signatures[index].note = nil
            signatures[index].reply = nil
            signatures[index].edition = nil
            signatures[index].digest = nil
        }
    }
}

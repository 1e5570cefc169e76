// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An officer writes a new version: paragraphs are changed, divided, taken out or added, each with the points that
/// asked for it. Nobody else sees it before it is published.
public struct SaveRevision: Sendable {
    private let form: RevisionForm
    private let number: Int64
    private let programme: String

    public init(_ form: RevisionForm, of number: Int64, in programme: String) {
        self.form = form
        self.number = number
        self.programme = programme
    }

    /// - Throws: `Outdated` when somebody else has saved meanwhile
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let draft = try RevisionDraft.find(number: number, in: programme, db) else {
            throw MissingMatter(.proposal, number)
        }
        try visitor.mayRevise(draft.proposal, in: programme).check()
        guard draft.revision == form.revision else { throw Outdated() }
        let paragraphs = try form.written(from: draft)
        try RevisionDraft.keep(paragraphs, of: draft, in: programme, at: now, db)
    }
}

extension RevisionForm {
    /// The paragraphs as they were typed: an empty line makes two of one, no text takes one out.
    func written(from draft: RevisionDraft) throws(InvalidForm) -> [RevisionDraft.Paragraph] {
        var check = FormCheck()
        let known = draft.paragraphs.map(\.lineage) + (draft.base?.paragraphs.map(\.lineage) ?? [])
        var next = (known.compactMap { Int($0.drop { !$0.isNumber }) }.max() ?? 0) + 1
        var result: [RevisionDraft.Paragraph] = []
        for paragraph in draft.paragraphs {
            guard let typed = paragraphs[paragraph.lineage] else {
                result.append(paragraph)
                continue
            }
            let parts = typed.parts(Field.text(paragraph.lineage), &check)
            let causes = typed.places(Field.causes(paragraph.lineage), draft, &check)
            for (index, text) in (parts.isEmpty ? [""] : parts).enumerated() {
                let lineage = index == 0 ? paragraph.lineage : "a\(next)"
                if index > 0 { next += 1 }
                result.append(
                    .init(
                        lineage: lineage, label: index == 0 ? paragraph.label : "", text: text,
                        isEditorial: typed.isEditorial, causes: causes))
            }
        }
        for text in addition.parts(Field.text(Field.addition), &check) {
            result.append(
                .init(
                    lineage: "a\(next)", label: "", text: text, isEditorial: addition.isEditorial,
                    causes: addition.places(Field.causes(Field.addition), draft, &check)))
            next += 1
        }
        try check.finish()
        return result
    }
}

extension RevisionForm.Paragraph {
    fileprivate func parts(_ field: String, _ check: inout FormCheck) -> [String] {
        guard text != nil else { return [] }
        let whole = check.passage(text, field: field, missing: "", limit: RevisionForm.longestParagraph) ?? ""
        return whole.split(separator: /\n[ \t]*\n\s*/).map(String.init).filter { !$0.isEmpty }
    }

    fileprivate func places(_ field: String, _ draft: RevisionDraft, _ check: inout FormCheck) -> [SynopsisPlace] {
        let places = causes.compactMap { SynopsisPlace($0) }.filter { place in
            draft.points.contains { $0.place == place }
        }
        if places.count != causes.count { check.add(field, "unknown-choice") }
        return places
    }
}

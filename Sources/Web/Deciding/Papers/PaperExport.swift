// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage

/// A decision paper as a document. Whoever may not read the paper can neither order, make nor fetch it, and neither the
/// list of documents nor the name of the file says what it is about.
enum PaperExport: ExportKind {
    static let key = "paper"
    private static let number = "nummer"

    static func subject(of number: Int64) -> String { "\(self.number)=\(number)" }

    static func subject(_ query: Query, in context: SiteContext, _ db: Connection) throws -> ExportSubject {
        let paper = try paper(query, in: context, db)
        let title = name(of: paper, in: context)
        return ExportSubject(
            title: title, fileStem: "vorlage-\(paper.number)", isLandscape: false,
            footer: "\(context.text("papers.confidential")) · \(title)")
    }

    /// The ministries that were asked, and the points in the synopses behind the paper.
    static func rows(_ query: Query, in context: SiteContext, _ db: Connection) throws -> Int64 {
        let paper = try paper(query, in: context, db)
        return try paper.countSignatures(db) + PaperAnnexes(of: paper, in: context, db).rowCount
    }

    static func write(_ query: Query, on paper: any PaperWriter, in context: SiteContext, _ db: Connection) throws {
        let subject = try self.paper(query, in: context, db)
        try PaperManuscript(subject, in: context).write(on: paper)
        try PaperAnnexes(of: subject, in: context, db).write(on: paper)
    }

    private static func name(of paper: PaperAtWork, in context: SiteContext) -> String {
        context.text("papers.number", ["number": context.notation.number(paper.number)])
    }

    /// To others it does not exist, as on its page.
    private static func paper(_ query: Query, in context: SiteContext, _ db: Connection) throws -> PaperAtWork {
        let programme = try context.programme.id
        try context.visitor.mayWorkOnPapers(in: programme).check()
        guard let number = try query.number(number),
            let paper = try PaperAtWork.find(number: number, in: programme, db),
            context.visitor.mayRead(paper.standing).isAllowed
        else { throw PageFault.notFound }
        return paper
    }
}

/// Writes a paper part by part, as the board reads it.
private struct PaperManuscript {
    let paper: PaperAtWork
    let context: SiteContext
    let story: PaperStory

    init(_ paper: PaperAtWork, in context: SiteContext) {
        self.paper = paper
        self.context = context
        story = PaperStory(paper: paper, context: context)
    }

    func write(on writer: any PaperWriter) throws {
        try writer.paragraph(context.text("papers.confidential"), .strong)
        try writer.title(paper.title)
        try writer.paragraph(context.text("papers.number", ["number": context.notation.number(paper.number)]))
        for entry in story.facts.entries {
            let value = entry.values.map(\.text).joined(separator: ", ")
            try writer.write(.paragraph([PaperRun("\(entry.term): ", .strong), PaperRun(value)]))
        }
        for part in paper.template.parts {
            switch part.part {
            case .items: try items(part, on: writer)
            case .form: try form(part, on: writer)
            case .ministries: try ministries(part, on: writer)
            default: try text(part, on: writer)
            }
        }
    }

    private func items(_ part: PaperTemplate.Part, on writer: any PaperWriter) throws {
        for group in story.itemsByField {
            try writer.heading(story.heading(part, ofField: group.field))
            for entry in group.entries {
                try writer.heading(
                    context.text("decisions.agenda-entry", ["label": entry.label, "title": entry.title]), level: 2)
                if let text = entry.text { try writer.passage(text) }
                for note in notes(on: entry) { try writer.paragraph(note, .slight) }
            }
        }
        if paper.entries.isEmpty {
            try writer.heading(context.heading(of: part))
            try writer.paragraph(context.text("papers.part-missing"), .slight)
        }
    }

    /// Which version it is about, and why an exception is made.
    private func notes(on entry: PaperAtWork.Entry) -> [String] {
        let proposal = entry.proposal.map { proposal in
            context.text(
                "papers.document.proposal",
                [
                    "number": context.notation.number(proposal.number),
                    "version": entry.version.map { context.notation.number($0) } ?? "–",
                ])
        }
        let corrects = entry.corrects.map { context.text("papers.corrects", ["number": context.notation.number($0)]) }
        let exception = entry.exceptionBy.map {
            context.text("papers.exception", ["name": $0, "reason": entry.exceptionReason ?? ""])
        }
        return [proposal, corrects, exception].compactMap { $0 }
    }

    private func form(_ part: PaperTemplate.Part, on writer: any PaperWriter) throws {
        try writer.heading(context.heading(of: part))
        try writer.paragraph(story.handling)
        if let reason = paper.urgency {
            try writer.passage(context.text("papers.urgent-because", ["reason": reason]))
        }
    }

    /// Who was asked, with the answer; below it both sides of what is not agreed.
    private func ministries(_ part: PaperTemplate.Part, on writer: any PaperWriter) throws {
        try writer.heading(context.heading(of: part))
        guard !paper.signatures.isEmpty else { return try writer.paragraph(context.text("papers.signature.none")) }
        let columns = [("ministry", 8), ("state", 4), ("day", 4), ("edition-column", 2)].map {
            PaperTable.Column(context.text("papers.signature.\($0)"), share: $1)
        }
        try writer.write(.table(PaperTable(caption: context.text("papers.signature.caption"), columns: columns)))
        for signature in paper.signatures {
            try writer.write(
                .row([
                    PaperCell(signature.ministry.name, isHeading: true),
                    PaperCell(context.word(state: signature.state.rawValue)),
                    PaperCell(signature.signedOn.map { context.notation.date($0) } ?? "–"),
                    PaperCell(signature.edition.map { context.notation.number($0) } ?? "–"),
                ]))
        }
        try writer.write(.tableEnd)
        for signature in paper.signatures { try remarks(of: signature, on: writer) }
    }

    private func remarks(of signature: PaperAtWork.Signature, on writer: any PaperWriter) throws {
        guard let note = signature.note else { return }
        let key = signature.state == .refused ? "papers.document.dissent" : "papers.document.proviso"
        try writer.heading(context.text(key, ["ministry": signature.ministry.name]), level: 2)
        try writer.passage(note)
        guard signature.state == .refused else { return }
        let reply = signature.reply ?? context.text("papers.compose.no-reply")
        try writer.passage(context.text("papers.signature.reply", ["text": reply]))
    }

    private func text(_ part: PaperTemplate.Part, on writer: any PaperWriter) throws {
        try writer.heading(context.heading(of: part))
        guard let text = paper.texts[part.part] else {
            return try writer.paragraph(context.text("papers.part-missing"), .slight)
        }
        for line in text.split(separator: "\n") {
            if line.hasPrefix("– ") {
                try writer.bullet(String(line.dropFirst(2)))
            } else {
                try writer.paragraph(String(line))
            }
        }
    }
}

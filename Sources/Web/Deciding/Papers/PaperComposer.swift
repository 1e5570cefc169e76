// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Puts a paper into words in the language of the programme, whatever language its writer reads the pages in.
struct PaperComposer: Sendable {
    private let texts: LocalTexts
    private let notation = Notation(language: .german)

    init(in context: SiteContext) {
        texts = LocalTexts(texts: context.texts.texts, language: .german)
    }

    var wording: @Sendable (PaperMaterial) throws -> PaperWording {
        { material in
            var parts: [PaperPart: String] = [.hearing: hearing(material), .costs: costs(material)]
            parts[.associations] = associations(material)
            parts[.attachments] = attachments(material)
            let items = material.proposals.map { proposal in
                (proposal.number, texts.text("papers.compose.adopt", ["title": proposal.title]))
            }
            return PaperWording(texts: parts, items: Dictionary(items, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// What was decided where the paper had asked for something else.
    var resultWording: RecordResults.Wording {
        { title, outcome in
            switch outcome {
            case .adopted, .conditional: nil
            case .deferred: texts.text("papers.compose.defer", ["title": title])
            case .rejected: texts.text("papers.compose.reject", ["title": title])
            }
        }
    }

    /// What came of the hearing, above all what was not followed.
    private func hearing(_ material: PaperMaterial) -> String {
        guard !material.consultations.isEmpty else { return texts.text("papers.compose.no-hearing") }
        let consultations = material.consultations.map { consultation in
            texts.text(
                "papers.compose.consultation", count: consultation.statements,
                [
                    "title": consultation.title,
                    "period": notation.period(consultation.startsOn, consultation.endsOn) ?? "–",
                ])
        }
        let outcomes = material.outcomes.map { entry in
            let word = entry.outcome.map { texts.word(.state, $0.rawValue) } ?? texts.text("papers.compose.open")
            return "– \(word): \(notation.number(entry.count))"
        }
        let suggestions = material.notFollowed.map { suggestion in
            texts.text(
                "papers.compose.suggestion",
                [
                    "number": suggestion.place.text, "sender": suggestion.sender, "proposal": suggestion.proposal,
                    "text": suggestion.text, "outcome": texts.word(.state, suggestion.outcome.rawValue),
                    "answer": suggestion.assessment,
                ])
        }
        let dissents = material.dissents.map { dissent in
            texts.text(
                "papers.compose.dissent",
                [
                    "number": dissent.place.text, "ministry": dissent.ministry, "text": dissent.note,
                    "answer": dissent.reply ?? texts.text("papers.compose.no-reply"),
                ])
        }
        var lines: [String] = consultations
        lines.append(texts.text("papers.compose.outcomes"))
        lines += outcomes
        lines.append(
            texts.text(suggestions.isEmpty ? "papers.compose.all-followed" : "papers.compose.not-followed"))
        lines += suggestions
        if !dissents.isEmpty { lines.append(texts.text("papers.compose.dissents")) }
        return (lines + dissents).joined(separator: "\n")
    }

    private func associations(_ material: PaperMaterial) -> String {
        material.municipal.isEmpty
            ? texts.text("papers.compose.no-municipal")
            : texts.text("papers.compose.municipal", ["names": material.municipal.joined(separator: ", ")])
    }

    private func costs(_ material: PaperMaterial) -> String {
        let lines = material.proposals.map { proposal in
            let cost = proposal.costCents.map(notation.money) ?? texts.text("design.unknown")
            return "– \(proposal.title): \(cost)" + (proposal.funding.map { ". \($0)" } ?? "")
        }
        let isPartial = material.proposals.contains { $0.costCents == nil }
        let sum = material.costCents.map { cents in
            texts.text(isPartial ? "papers.compose.sum-of-known" : "papers.compose.sum", ["sum": notation.money(cents)])
        }
        return (lines + [sum].compactMap { $0 }).joined(separator: "\n")
    }

    private func attachments(_ material: PaperMaterial) -> String {
        let sheets = material.proposals.map { proposal in
            texts.text(
                "papers.compose.sheet",
                [
                    "number": notation.number(proposal.number), "title": proposal.title,
                    "version": proposal.version.map { notation.number($0) } ?? "–",
                ])
        }
        let synopses = material.consultations.map { texts.text("papers.compose.synopsis", ["title": $0.title]) }
        return (sheets + synopses).enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    }
}

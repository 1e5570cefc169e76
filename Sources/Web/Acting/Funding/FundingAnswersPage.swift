// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the five questions of a project are answered from.
struct FundingAnswersView: Sendable {
    let project: LedgerProject
    let answers: [FundingAnswers]
    let entries: [LedgerEntry]
    let today: PartialDate
}

/// `/mittel/projekte/N`: what was applied for, approved and paid, how the rest flows, what the partner was told.
struct FundingAnswersPage: Page {
    static let template = "Funding/answers"
    let heading: ProgrammeText
    let projectLink: String
    let none: Notice?
    let questions: [Question]
    let outflow: Table?
    let check: Notice?
    let entries: Entries?
    let crumbs: [Crumb]

    struct Question: Sendable {
        let number: String
        let question: String
        let answers: [Answer]
    }

    struct Answer: Sendable {
        /// The basis; amounts on different bases are never added.
        let basis: String?
        let text: ProgrammeText
        let details: String?
    }

    struct Entries: Sendable {
        let heading: String
        let rows: [LedgerProjectPage.Entry]
        let more: String?
    }

    var head: PageHead { PageHead(title: heading.text, crumbs: crumbs) }

    static let sample = FundingAnswersPage(
        heading: .sample, projectLink: "/projekte/1", none: .sample,
        questions: [
            Question(
                number: "1", question: "Was wurde beantragt?",
                answers: [Answer(basis: "Landesanteil", text: .sample, details: "seit 2019")])
        ], outflow: .sample, check: .sample,
        entries: Entries(
            heading: "3 Buchungen",
            rows: [LedgerProjectPage.Entry(title: "10 €", details: "2026", note: .sample, reverse: "/x")],
            more: "Weitere"),
        crumbs: [Crumb(label: "Mittel", link: "/mittel")])
}

extension FundingAnswersPage {
    /// Further entries stand in the download.
    private static let mostEntries = 100

    init(_ view: FundingAnswersView, _ mentions: Mentions, in context: SiteContext) {
        heading = mentions.texts.title(of: view.project.id, or: view.project.title)
        projectLink = context.links.to("/projekte/\(view.project.number)#geld")
        none = view.answers.isEmpty ? Notice(context.text("funding.answers.none")) : nil
        let words = FundingAnswersWords(
            answers: view.answers, today: view.today, texts: mentions.texts, context: context)
        questions = words.questions
        outflow = words.outflow
        check = view.entries.isEmpty ? nil : Self.check(view, in: context)
        let rows = view.entries.prefix(Self.mostEntries).map { entry in
            LedgerProjectPage.Entry(
                title: LedgerProjectPage.title(entry, in: context),
                details: LedgerProjectPage.details(entry, in: context),
                note: entry.reason.map { mentions.texts.original($0) }, reverse: nil)
        }
        entries =
            rows.isEmpty
            ? nil
            : Entries(
                heading: context.text("funding.entry.count", count: view.entries.count), rows: rows,
                more: view.entries.count > rows.count ? context.text("funding.entry.more", count: rows.count) : nil)
        crumbs = [Crumb(label: context.text("funding.heading"), link: context.links.to("/mittel"))]
    }

    /// The sums above come from the database, the entries are added up here: both must agree to the cent.
    private static func check(_ view: FundingAnswersView, in context: SiteContext) -> Notice {
        let differences = view.answers.flatMap { answer in
            FundingKind.allCases.filter { kind in
                let own = view.entries.filter { $0.basis == answer.basis && $0.kind == kind }.map(\.cents)
                return answer.totals[kind] != (own.isEmpty ? nil : own.reduce(0, +))
            }
        }
        return differences.isEmpty
            ? Notice(context.text("funding.answers.check", count: view.entries.count), tone: .good)
            : Notice(context.text("funding.answers.check-failed"), tone: .bad)
    }
}

/// The answers in words.
struct FundingAnswersWords {
    let answers: [FundingAnswers]
    let today: PartialDate
    let texts: ProgrammeTexts
    let context: SiteContext

    var questions: [FundingAnswersPage.Question] {
        ["applied", "approved", "paid", "rest", "told"].enumerated().map { index, key in
            FundingAnswersPage.Question(
                number: String(index + 1), question: context.text("funding.answers.question.\(key)"),
                answers: answers.isEmpty
                    ? [.init(basis: nil, text: ProgrammeText(context.text("design.unknown")), details: nil)]
                    : answers.map { answer(key, $0) })
        }
    }

    /// What was to flow until now beside what has flowed, with its cut-off date.
    var outflow: Table? {
        guard answers.contains(where: { $0.plannedSoFar != nil || $0.totals.paid != nil }) else { return nil }
        let columns = [
            Table.Column(context.text("funding.filter.basis")),
            Table.Column(context.text("funding.answers.planned-until", ["year": String(today.year)]), isNumber: true),
            Table.Column(context.word(.fundingKind, FundingKind.paid.rawValue), isNumber: true),
            Table.Column(context.text("funding.answers.cut-off")),
        ]
        return Table(
            caption: context.text("funding.answers.outflow"), columns: columns,
            rows: answers.map { answer in
                let cut = answer.paidUntil.map { context.notation.date($0) }
                return Table.Row([
                    Table.Cell(columns[0], context.word(.fundingBasis, answer.basis.rawValue), isHeading: true),
                    Table.Cell(columns[1], amount(answer.plannedSoFar)),
                    Table.Cell(columns[2], amount(answer.totals.paid)),
                    Table.Cell(columns[3], cut ?? context.text("design.unknown")),
                ])
            })
    }

    private func answer(_ key: String, _ answer: FundingAnswers) -> FundingAnswersPage.Answer {
        let (text, details): (ProgrammeText, String?) =
            switch key {
            case "applied": (ProgrammeText(amount(answer.totals.applied)), nil)
            case "approved": (ProgrammeText(amount(answer.totals.approved)), nil)
            case "paid": (ProgrammeText(amount(answer.totals.paid)), paidDetails(answer))
            case "rest": (ProgrammeText(amount(answer.totals.remaining)), restDetails(answer))
            default:
                (
                    answer.told.map { texts.original($0) } ?? ProgrammeText(context.text("design.unknown")),
                    answer.toldOn.map { context.text("funding.answers.told-on", ["day": context.notation.date($0)]) }
                )
            }
        return FundingAnswersPage.Answer(
            basis: context.word(.fundingBasis, answer.basis.rawValue), text: text, details: details)
    }

    private func paidDetails(_ answer: FundingAnswers) -> String? {
        let parts = [
            answer.paidUntil.map { context.text("funding.answers.paid-until", ["day": context.notation.date($0)]) },
            answer.totals.returned.map {
                context.text("funding.answers.returned", ["amount": context.notation.money($0)])
            },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func restDetails(_ answer: FundingAnswers) -> String? {
        guard answer.totals.remaining != nil else { return context.text("funding.answers.rest-unknown") }
        let planned =
            answer.plannedAhead.map {
                context.text("funding.answers.planned-ahead", ["amount": context.notation.money($0)])
            } ?? context.text("funding.answers.no-plan")
        let unplanned = answer.plannedAhead == nil ? nil : answer.unplanned
        return [
            planned,
            unplanned.map { context.text("funding.answers.unplanned", ["amount": context.notation.money($0)]) },
        ].compactMap { $0 }.joined(separator: " ")
    }

    private func amount(_ cents: Int64?) -> String {
        cents.map { context.notation.money($0) } ?? context.text("design.unknown")
    }
}

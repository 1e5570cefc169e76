// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

private typealias EntryColumn = OpenColumn<OpenEntry<LedgerEntry>>
private typealias AnswerColumn = OpenColumn<OpenEntry<ProjectAnswers>>

/// The five answers for a project on one basis; none where the ledger knows nothing of it.
struct ProjectAnswers: Sendable {
    /// The id of the project.
    let project: String
    let projectNumber: Int64
    let ministry: String?
    let answers: FundingAnswers?

    init(_ answers: FundingAnswers) {
        project = answers.project
        projectNumber = answers.projectNumber
        ministry = answers.ministry
        self.answers = answers
    }

    init(without project: LedgerProject) {
        self.project = project.id
        projectNumber = project.number
        ministry = project.ministry
        answers = nil
    }

    /// All public projects of a programme by number, those of which nothing is booked among them.
    static func list(in programme: String, on day: PartialDate, _ db: Connection) throws -> [ProjectAnswers] {
        let known = try FundingAnswers.list(in: programme, on: day, db).map(ProjectAnswers.init)
        let others = try LedgerProject.withoutEntries(in: programme, db).map(ProjectAnswers.init(without:))
        return (known + others).enumerated()
            .sorted { ($0.element.projectNumber, $0.offset) < ($1.element.projectNumber, $1.offset) }
            .map(\.element)
    }
}

extension OpenList {
    /// Every entry of the ledger, as it was booked, counter-entries among them.
    static let ledgerEntries = OpenList(
        "ledger-entries", at: FundingPaths.entries, shownAt: "/mittel", columns: entryColumns,
        batches: { reading in
            var last: Int64 = 0
            return { page in
                let batch = try LedgerEntry.batch(
                    in: reading.programme, after: last, size: page.size, reading.db)
                last = batch.last?.position ?? last
                return try reading.entries(batch.map(\.entry)) { [$0.project] }
            }
        }
    ).counted { reading in try LedgerEntry.count(in: reading.programme, reading.db) }

    /// The five questions for every project, basis by basis; what is not booked is unknown and stays empty.
    static let fundingAnswers = OpenList(
        "funding-answers", at: FundingPaths.questions, shownAt: "/mittel", columns: answerColumns,
        whole: { reading in
            let answers = try ProjectAnswers.list(in: reading.programme, on: reading.today, reading.db)
            return try reading.entries(answers) { [$0.project, $0.ministry] }
        })

    private static let entryColumns = [
        EntryColumn("entry", text: { $0.subject.key }),
        EntryColumn("project_number", number: { $0.projectNumber }),
        EntryColumn("project", text: { $0.titleOf($0.subject.project) }),
        EntryColumn("kind", text: { $0.kind.rawValue }),
        EntryColumn("basis", text: { $0.basis.rawValue }),
        EntryColumn("source", text: { $0.source.rawValue }),
        EntryColumn("partner", text: { $0.partner }),
        EntryColumn("budget_line", text: { $0.budgetLine }),
        EntryColumn("fiscal_year", number: { $0.fiscalYear }),
        EntryColumn("booked_on", date: { $0.bookedOn }),
        EntryColumn("amount_cents", number: { $0.cents }),
        EntryColumn("reverses", text: { $0.reverses }),
        EntryColumn("reason", text: { $0.subject.reason }),
        EntryColumn("told", text: { $0.told }),
    ]

    private static let answerColumns = [
        AnswerColumn("project_number", number: { $0.projectNumber }),
        AnswerColumn("project", text: { $0.titleOf($0.subject.project) }),
        AnswerColumn("ministry", text: { $0.keyOf($0.subject.ministry) }),
        AnswerColumn("basis", text: { $0.answers?.basis.rawValue }),
        AnswerColumn("applied_cents", number: { $0.answers?.totals.applied }),
        AnswerColumn("approved_cents", number: { $0.answers?.totals.approved }),
        AnswerColumn("paid_cents", number: { $0.answers?.totals.paid }),
        AnswerColumn("returned_cents", number: { $0.answers?.totals.returned }),
        AnswerColumn("remaining_cents", number: { $0.answers?.totals.remaining }),
        AnswerColumn("planned_ahead_cents", number: { $0.answers?.plannedAhead }),
        AnswerColumn("paid_until", date: { $0.answers?.paidUntil }),
        AnswerColumn("told", text: { $0.answers?.told }),
        AnswerColumn("told_on", date: { $0.answers?.toldOn }),
        AnswerColumn("address", text: { $0.address(FundingPaths.answers($0.projectNumber)) }),
    ]
}

// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What people said about a matter, a page of it. Template `Remarks/list`.
struct RemarkList: Sendable {
    let heading: String
    /// Said where nobody has said anything yet.
    let none: String?
    /// The way to say something; nil where the time for it is over.
    let write: String?
    /// Why nothing can be said any more.
    let closed: String?
    let sort: SortBar?
    let remarks: [Conversation]
    let pager: Pager?
    /// The way to report the matter itself.
    let flag: String

    struct Conversation: Sendable {
        let line: RemarkLine
        let answers: [RemarkLine]
        let more: More?
    }

    /// The way to the other answers.
    struct More: Sendable {
        let link: String
        let label: String
    }

    static let sample = RemarkList(
        heading: "2 Kommentare", none: "Noch kein Kommentar.", write: "/kommentare/neu?zu=/ideen/1",
        closed: "Das Programm ist zu Ende.",
        sort: .sample,
        remarks: [
            Conversation(
                line: .sample, answers: [.sample], more: More(link: "/kommentare/1", label: "Alle 12 Antworten"))
        ], pager: .sample, flag: "/melden?zu=/ideen/1")

    /// Five statements, however many remarks there are.
    static func load(
        on matter: String, in programme: String, _ texts: ProgrammeTexts, _ context: SiteContext, _ db: Connection
    ) throws -> RemarkList? {
        let order = try context.query.choice("sortierung", as: Remark.Order.self) ?? .newest
        let page = ListPage(try context.query.page(), size: Remark.pageSize)
        let count = try Remark.count(on: matter, in: programme, db)
        let phases = try Phase.list(in: programme, db)
        let isOpen = phases.contains { $0.standing(on: context.today) == .current }
        guard isOpen || count.conversations > 0 else { return nil }
        let conversations = try Remark.conversations(on: matter, order, page, in: programme, db)
        let path = context.address.path
        return RemarkList(
            heading: count.readable == 0
                ? context.text("remarks.none-heading") : context.text("remarks.heading", count: count.readable),
            none: count.conversations == 0 ? context.text("remarks.none") : nil,
            write: isOpen ? context.links.to(RemarkPaths.new, [RemarkPaths.aboutField: path]) : nil,
            closed: isOpen ? nil : context.text("forms.refusals.remark-closed"),
            sort: count.conversations > 1 ? SortBar(order, path: path, in: context) : nil,
            remarks: conversations.map { Conversation($0, isOpen: isOpen, texts, in: context) },
            pager: try Pager(
                page: page.number, size: Remark.pageSize, of: count.conversations, path: path, in: context),
            flag: context.links.to(ModerationPaths.flag, [ModerationPaths.aboutField: path]))
    }
}

extension RemarkList.Conversation {
    fileprivate init(
        _ conversation: Remark.Conversation, isOpen: Bool, _ texts: ProgrammeTexts, in context: SiteContext
    ) {
        let remark = conversation.remark
        line = RemarkLine(remark, canBeAnswered: isOpen, texts, in: context)
        answers = conversation.answers.map { RemarkLine($0, canBeAnswered: false, texts, in: context) }
        more =
            conversation.answerCount > Int64(conversation.answers.count)
            ? RemarkList.More(
                link: context.links.to(RemarkPaths.show(remark.number)),
                label: context.text("remarks.all-answers", count: conversation.answerCount)) : nil
    }
}

extension SortBar {
    fileprivate init(_ order: Remark.Order, path: String, in context: SiteContext) {
        self.init(
            label: context.text("remarks.sort.label"),
            choices: Remark.Order.allCases.map { choice in
                let query = context.query.replacing(["sortierung": choice.rawValue, "seite": nil]).text
                return Choice(
                    label: context.text("remarks.sort.\(choice.rawValue)"),
                    link: context.links.to(path) + query + "#kommentare", isCurrent: choice == order)
            })
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One remark with all answers to it: where its permanent link leads.
struct RemarkPage: Page {
    static let template = "Remarks/show"
    let heading: String
    let subject: RemarkFormPage.Subject
    let remark: RemarkLine
    let answersHeading: String?
    let answers: [RemarkLine]
    let pager: Pager?
    let own: Own?
    let crumbs: [Crumb]

    /// What the author can do.
    struct Own: Sendable {
        /// Nil once the time for mending is over.
        let edit: String?
        let withdraw: String
        let formKey: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RemarkPage(
        heading: "Kommentar 1", subject: .init(title: .sample, link: "/ideen/1"), remark: .sample,
        answersHeading: "2 Antworten", answers: [.sample], pager: .sample,
        own: Own(edit: "/kommentare/1/bearbeiten", withdraw: "/kommentare/1/zuruecknahme", formKey: "1.2.3"),
        crumbs: [Crumb(label: "Idee 1", link: "/ideen/1")])

    static func load(
        _ remark: Remark, in programme: String, formKey: String?, at now: Moment, _ context: SiteContext,
        _ db: Connection
    ) throws -> RemarkPage {
        let mentions = try Mentions.load([remark.matterID], programme, context, db)
        guard let matter = mentions.matter(remark.matterID), let path = MatterPaths.show(matter) else {
            throw PageFault.notFound
        }
        let page = ListPage(try context.query.page())
        let answers = try Remark.answers(to: remark.id, page, in: programme, db)
        let phases = try Phase.list(in: programme, db)
        let isOpen = phases.contains { $0.standing(on: now.day) == .current }
        let line = RemarkLine(remark, canBeAnswered: isOpen, mentions.texts, in: context)
        let title = mentions.title(matter.id) ?? ProgrammeText(context.word(kind: matter.kind))
        return RemarkPage(
            heading: line.name, subject: .init(title: title, link: context.links.to(path)), remark: line,
            answersHeading: answers.total > 0 ? context.text("remarks.answers", count: answers.total) : nil,
            answers: answers.rows.map { RemarkLine($0, canBeAnswered: false, mentions.texts, in: context) },
            pager: try Pager(page: page.number, of: answers.total, path: RemarkPaths.show(remark.number), in: context),
            own: try own(remark, in: programme, formKey: formKey, at: now, context, db),
            crumbs: [Crumb(label: title.text, link: context.links.to(path), language: title.language)])
    }

    private static func own(
        _ remark: Remark, in programme: String, formKey: String?, at now: Moment, _ context: SiteContext,
        _ db: Connection
    ) throws -> Own? {
        guard let formKey else { return nil }
        let standing = try RemarkStanding(remark, for: context.visitor, in: programme, at: now, db)
        guard context.visitor.mayWithdraw(standing).isAllowed else { return nil }
        return Own(
            edit: context.visitor.mayEdit(standing).isAllowed
                ? context.links.to(RemarkPaths.edit(remark.number)) : nil,
            withdraw: context.links.to(RemarkPaths.withdraw(remark.number)), formKey: formKey)
    }
}

/// Said after a comment that is not public yet.
struct RemarkArrivedPage: Page {
    static let template = "Remarks/arrived"
    let heading: String
    let text: String
    let home: String

    enum Way: String, Sendable {
        case mail = "bestaetigung"
        case held = "pruefung"
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = RemarkArrivedPage(heading: "Fast fertig", text: "Schauen Sie in Ihr Postfach.", home: "/")
}

extension RemarkArrivedPage {
    init(_ way: Way, in context: SiteContext) {
        let group = way == .mail ? "mail" : "held"
        heading = context.text("remarks.arrived.\(group).heading")
        text = context.text("remarks.arrived.\(group).text", count: HeldContribution.days * 24)
        home = context.links.to("/")
    }
}

/// Where the link of the mail leads: the comment, and one button.
struct RemarkConfirmPage: Page {
    static let template = "Remarks/confirm"
    let heading: String
    let text: String
    /// Nil once it has been confirmed.
    let action: Action?

    struct Action: Sendable {
        let link: String
        let token: String
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = RemarkConfirmPage(
        heading: "Kommentar bestätigen", text: "Bitte jede Stunde.",
        action: Action(link: "/kommentare/bestaetigen", token: "abc"))
}

extension RemarkConfirmPage {
    init(_ token: Secret, _ held: HeldContribution, in context: SiteContext) {
        let isOpen = held.state == .unconfirmed
        heading = context.text(isOpen ? "remarks.confirm.heading" : "remarks.confirm.heading-done")
        text = held.text
        action = isOpen ? Action(link: context.links.to(RemarkPaths.confirm), token: token.text) : nil
    }
}

extension LetterPage {
    /// The mail by which a guest confirms a comment.
    static func confirmRemark(_ token: Secret, _ site: Site, in context: SiteContext) -> LetterPage {
        let path = RemarkPaths.confirm + QueryText.joined([(RemarkPaths.token, token.text)])
        return LetterPage(
            words: "remarks.letters.confirm",
            action: Action(
                label: context.text("remarks.letters.confirm.link"),
                link: context.links.reached(at: site.mailRoot).absolute(path)),
            in: context)
    }
}

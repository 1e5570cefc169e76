// SPDX-License-Identifier: EUPL-1.2

import Logging
import Participation
import Storage

extension Site {
    /// Writes all mails about news that are due into the outbox, some people at a time.
    public func mailNotices() async throws {
        let isDue = try await database.read { [clock] db in try MailNotices.isDue(at: Moment(clock()), in: db) }
        guard isDue else { return }
        var last: NoticeRecipient?
        repeat {
            last = try await database.write { [last] db in
                let programmes = try self.programmes(db)
                return try MailNotices(after: last).run(at: Moment(clock()), in: db) { bundle in
                    let programme = programmes.first { $0.id == bundle.programme }
                    return try letter(bundle, in: .forMail(to: bundle.person.language, programme, self), db)
                }
            }
        } while last != nil && !Task.isCancelled
    }

    private func letter(
        _ bundle: NoticeBundle, in context: SiteContext, _ db: Connection
    ) throws -> NoticeLetter {
        let texts = try ProgrammeTexts(bundle.notices, in: bundle.programme, context, db)
        let stop = NoticePaths.stop + QueryText.joined([(NoticePaths.stopToken, bundle.stop.text)])
        let stopLink = context.links.absolute(stop)
        let words = try bundle.notices.map { notice in try answer(notice, in: context, db) }
        return NoticeLetter(
            try letter(LetterPage(bundle, texts, words, stopLink: stopLink, in: context), in: context),
            stopLink: stopLink)
    }

    /// What the office has said, so that nobody needs to come here to read it.
    private func answer(
        _ notice: ReceivedNotice, in context: SiteContext, _ db: Connection
    ) throws -> LetterPage.Words? {
        guard notice.kind == .ideaAnswered || notice.kind == .ideaTakenUp,
            let reply = try Idea.replies(to: notice.matter.id, db).last
        else { return nil }
        let text = context.original(reply.text)
        return LetterPage.Words(
            language: text.language, lines: text.text.split(whereSeparator: \.isNewline).map(String.init))
    }
}

extension SiteContext {
    /// For a mail that no request asked for, in the language of whoever gets it; its links begin with the address of
    /// the site.
    static func forMail(to language: String, _ programme: SiteProgramme?, _ site: Site) -> SiteContext {
        let language = Language(rawValue: language) ?? .german
        var context = SiteContext(logger: site.logger, remoteAddress: nil)
        context.address = PageAddress(language: language, slug: programme?.slug, path: "/")
        context.now = site.clock()
        context.texts = site.texts.speaking(language)
        context.currentProgramme = programme
        let links = Links(language: language, slug: nil, publicURL: site.mailRoot)
        context.links = programme.map(links.inProgramme) ?? links
        return context
    }
}

extension LetterPage {
    /// News of one programme: the only one in the subject, several as a list.
    /// - Parameter words: what was said with each of the news
    fileprivate init(
        _ bundle: NoticeBundle, _ texts: ProgrammeTexts, _ words: [Words?], stopLink: String, in context: SiteContext
    ) {
        let portal = context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
        let rows = bundle.notices.map { NoticeRow($0, texts, in: context) }
        let single = bundle.total == 1 ? rows.first : nil
        let more = bundle.total - Int64(rows.count)
        self.init(
            subject: single.map { "\($0.happening): \($0.title.text)" }
                ?? context.text("notices.letter.subject", count: bundle.total, ["portal": portal]),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [context.text("notices.letter.lead", ["portal": portal])],
            action: Action(
                label: context.text("notices.letter.all"), link: context.links.absolute(NoticePaths.news)),
            code: nil, closing: [context.text("notices.letter.closing"), context.text("forms.letter.automatic")],
            signature: portal)
        news = News(
            entries: zip(rows, words).map { row, words in Entry(row, words, context.links) },
            more: more > 0 ? context.text("notices.letter.more", count: more) : nil)
        closingLinks = [
            Action(label: context.text("notices.letter.settings"), link: context.links.absolute(NoticePaths.delivery)),
            Action(label: context.text("notices.letter.stop"), link: stopLink),
        ]
    }
}

extension LetterPage.Entry {
    fileprivate init(_ row: NoticeRow, _ words: LetterPage.Words?, _ links: Links) {
        self.init(
            heading: row.happening, title: row.title.text, language: row.title.language,
            link: row.link.map { (links.publicURL ?? "") + $0 }, details: [row.about, row.because].compactMap { $0 },
            words: words)
    }
}

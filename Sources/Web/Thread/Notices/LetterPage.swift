// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A mail as it is written: a greeting, some sentences, what there is to tell, at most one link to follow and one code
/// to type. The same values make the text and the HTML of the mail, so both say the same.
struct LetterPage: Page {
    static let template = "Notices/letter"
    let subject: String
    let greeting: String
    let paragraphs: [String]
    let action: Action?
    let code: Code?
    /// What stands below everything: why this mail came, what to do if it was not asked for.
    let closing: [String]
    let signature: String
    /// What is told one by one, before the link.
    var news: News?
    /// Ways out: how to get fewer such mails, or none.
    var closingLinks: [Action] = []

    struct News: Sendable {
        let entries: [Entry]
        /// Says how many are not named.
        let more: String?
    }

    struct Entry: Sendable {
        let heading: String
        let title: String
        /// The language of the title, where it is not that of the mail.
        let language: String?
        let link: String?
        let details: [String]
        /// What an office has answered.
        var words: Words?
    }

    /// Words of somebody else, repeated as they stand, line by line.
    struct Words: Sendable {
        /// Their language, where it is not that of the mail.
        let language: String?
        let lines: [String]
    }

    struct Action: Sendable {
        let label: String
        /// With scheme and host.
        let link: String
    }

    struct Code: Sendable {
        let label: String
        let digits: String
    }

    var head: PageHead { PageHead(title: subject, isIndexed: false) }

    static let sample = LetterPage(
        subject: "Ihre Anmeldung", greeting: "Guten Tag,", paragraphs: ["mit diesem Link melden Sie sich an."],
        action: Action(label: "Anmelden", link: "https://beteiligung.example/anmelden"),
        code: Code(label: "Ihr Code", digits: "123 456"), closing: ["Sie haben das nicht angefordert?"],
        signature: "Ruhr-Konferenz",
        news: News(
            entries: [
                Entry(
                    heading: "Das Projekt hat begonnen", title: "Landbus Aue", language: "de",
                    link: "https://beteiligung.example/projekte/3", details: ["Projekt 3"],
                    words: Words(language: "de", lines: ["Der Bus fährt ab März."]))
            ], more: "und 12 weitere"),
        closingLinks: [Action(label: "Einstellungen", link: "https://beteiligung.example/mein/benachrichtigungen")])
}

extension LetterPage {
    /// - Parameter name: the locale group of the words: `people.letters.sign-in` has `subject`, `text` and `closing`
    init(
        words name: String, action: Action?, code: Code? = nil, in context: SiteContext
    ) {
        let portal = context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
        self.init(
            subject: context.text("\(name).subject", ["portal": portal]),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [context.text("\(name).text", ["portal": portal])], action: action, code: code,
            closing: [context.text("\(name).closing", ["portal": portal]), context.text("forms.letter.automatic")],
            signature: portal)
    }

    /// The mail for those who read plain text: a line for each sentence, the link on a line of its own.
    var text: String {
        var blocks = [greeting] + paragraphs
        if let news { blocks += news.entries.map(\.text) + [news.more].compactMap { $0 } }
        if let action { blocks.append("\(action.label):\n\(action.link)") }
        if let code { blocks.append("\(code.label): \(code.digits)") }
        blocks += closing + closingLinks.map { "\($0.label):\n\($0.link)" }
        blocks.append("-- \n\(signature)")
        return blocks.joined(separator: "\n\n") + "\n"
    }
}

extension LetterPage.Entry {
    /// One line for each thing, the link last.
    fileprivate var text: String {
        let quoted = words.map { words in words.lines.map { "> \($0)" } } ?? []
        return (["* \(heading)", title] + details + quoted + [link].compactMap { $0 }).joined(separator: "\n  ")
    }
}

extension Site {
    /// The mail in both forms, in the language of the context.
    func letter(_ page: LetterPage, in context: SiteContext) throws -> Letter {
        Letter(subject: page.subject, text: page.text, html: try html(of: page, in: context))
    }

    /// The root that links in mails begin with. Never what a request claims to have asked for, or a stranger could have
    /// links to another host sent from here.
    var mailRoot: String { settings.publicRoot ?? settings.localRoot }
}

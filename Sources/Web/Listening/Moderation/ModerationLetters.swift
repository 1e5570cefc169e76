// SPDX-License-Identifier: EUPL-1.2

import Participation

extension ModerationDecision.Message {
    /// The locale group of the letter's words. Authors hear of what is restricted, those who report of every decision.
    fileprivate var words: String {
        switch (side, decision.verdict) {
        case (_, .upheld): "moderation.letters.upheld"
        case (.author, .hidden): "moderation.letters.author-hidden"
        case (.author, .restored), (.author, .released): "moderation.letters.author-restored"
        case (.author, _): "moderation.letters.author-rejected"
        case (.flagger, .hidden): "moderation.letters.flagger-hidden"
        case (.flagger, _): "moderation.letters.flagger-kept"
        }
    }
}

extension Site {
    /// What one side is told of a decision, in the language of whoever reads it: what was decided, the rule, the facts,
    /// that a person decided, and how to object.
    func letter(_ message: ModerationDecision.Message, in context: SiteContext) throws -> Letter {
        let language = Language(rawValue: message.language) ?? context.language
        var context = context
        let address = context.address
        context.address = PageAddress(language: language, slug: address.slug, path: address.path, query: address.query)
        context.texts = texts.speaking(language)
        context.links = context.links.speaking(language)
        let decision = message.decision
        var page = LetterPage(words: message.words, action: nil, in: context)
        let paragraphs = [
            message.text.map { context.text("moderation.letters.text", ["text": String($0.prefix(500))]) },
            decision.rule.map { rule in
                context.text("moderation.letters.rule", ["rule": context.text("moderation.rules.\(rule.rawValue)")])
            },
            decision.reason.map { context.text("moderation.letters.reason", ["reason": $0]) },
            context.text("moderation.letters.by-person"),
            message.objection.map { _ in context.text("moderation.letters.objection") },
        ]
        let action = message.objection.map { token in
            let path = ModerationPaths.objection + QueryText.joined([(ModerationPaths.token, token.text)])
            return LetterPage.Action(
                label: context.text("moderation.letters.object"),
                link: context.links.reached(at: mailRoot).absolute(path))
        }
        page = LetterPage(
            subject: page.subject, greeting: page.greeting, paragraphs: page.paragraphs + paragraphs.compactMap { $0 },
            action: action, code: nil, closing: page.closing, signature: page.signature)
        return try letter(page, in: context)
    }
}

extension Site {
    /// What the rules are called where something was hidden: the language of the programme is German.
    var moderationRules: [FlagReason: String] {
        let german = texts.speaking(.german)
        let names = FlagReason.allCases.map { ($0, german.text("moderation.rules.\($0.rawValue)", [:])) }
        return Dictionary(names) { first, _ in first }
    }
}

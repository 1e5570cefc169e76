// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension SiteContext {
    /// The same page for somebody who reads another language: words, links and dates.
    func speaking(_ language: Language, _ site: Site) -> SiteContext {
        var context = self
        context.address = PageAddress(
            language: language, slug: address.slug, path: address.path, query: address.query)
        context.texts = site.texts.speaking(language)
        context.links = links.speaking(language)
        return context
    }
}

extension Site {
    /// Writes the mails about registrations, each in the language of whoever has registered.
    func registrationLetters(in context: SiteContext) -> @Sendable (RegistrationLetter) throws -> Letter {
        { message in
            let language = Language(rawValue: message.registration.language) ?? .german
            let own = context.speaking(language, self)
            return try letter(LetterPage(message, root: mailRoot, in: own), in: own)
        }
    }
}

extension LetterPage {
    /// - Parameter root: what the links of mails begin with
    fileprivate init(_ message: RegistrationLetter, root: String, in context: SiteContext) {
        let links = context.links.reached(at: root)
        let portal = context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
        let words = message.occasion.words
        let event = message.event
        let path = EventPaths.registration + QueryText.joined([("schluessel", message.token.text)])
        let isOver = message.occasion.isEnd
        let label = message.occasion == .confirm ? "events.letters.confirm-link" : "events.letters.open-link"
        self.init(
            subject: context.text("events.letters.\(words).subject", ["title": event.title]),
            greeting: context.text("events.letters.greeting", ["name": message.registration.name]),
            paragraphs: [context.text("events.letters.\(words).text", ["title": event.title])]
                + Self.details(message, links, in: context),
            action: Action(
                label: context.text(isOver ? "events.letters.event-link" : label),
                link: links.absolute(isOver ? EventPaths.show(event.number) : path)),
            code: nil,
            closing: [context.text("events.letters.\(words).closing"), context.text("forms.letter.automatic")],
            signature: portal)
    }

    private static func details(
        _ message: RegistrationLetter, _ links: Links, in context: SiteContext
    ) -> [String] {
        if case .cancelled(let reason) = message.occasion {
            return [context.text("events.letters.reason", ["reason": reason])]
        }
        guard !message.occasion.isEnd else { return [] }
        let event = message.event
        let isCertain = event.heldOn?.precision == .day && message.occasion != .confirm
        let address = isCertain ? links.absolute(EventPaths.calendar(event.number)) : nil
        let lines: [(key: String, value: String?)] = [
            ("events.fact.date", event.time(in: context)), ("events.fact.place", event.place),
            ("events.fact.access", message.access), ("events.letters.calendar", address),
        ]
        return lines.compactMap { line in line.value.map { "\(context.text(line.key)): \($0)" } }
    }
}

extension RegistrationLetter.Occasion {
    /// The group of words under `events.letters`.
    fileprivate var words: String {
        switch self {
        case .confirm: "confirm"
        case .confirmed: "confirmed"
        case .waiting: "waiting"
        case .movedUp: "moved-up"
        case .moved: "moved"
        case .cancelled: "cancelled"
        case .removed: "removed"
        }
    }

    /// Whether there is nothing more to do about the registration.
    fileprivate var isEnd: Bool {
        switch self {
        case .cancelled, .removed: true
        case .confirm, .confirmed, .waiting, .movedUp, .moved: false
        }
    }
}

extension Event {
    /// "3. Dezember 2026, 18:00 bis 20:30 Uhr", as exact as it is known.
    func time(in context: SiteContext) -> String? {
        guard let heldOn else { return nil }
        let day = context.notation.date(heldOn)
        switch (startsAt, endsAt) {
        case (let start?, let end?):
            return context.text("events.time-span", ["day": day, "start": start.text, "end": end.text])
        case (let start?, nil): return context.text("events.time-start", ["day": day, "start": start.text])
        case (nil, _): return day
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// An idea as somebody of the staff takes it down for another person.
public struct CaptureForm: Equatable, Sendable {
    public var channel: String?
    public var handedInOn: String?
    /// Whether the name may stand in public.
    public var consent: String?
    /// Title, text, forum, municipality and the name that may be public.
    public var idea: IdeaForm

    public init(channel: String?, handedInOn: String?, consent: String?, idea: IdeaForm) {
        self.channel = channel
        self.handedInOn = handedInOn
        self.consent = consent
        self.idea = idea
    }

    /// The fields by the names they have in the form; those of the idea are `IdeaForm.Field`.
    public enum Field {
        public static let channel = "weg"
        public static let handedInOn = "datum"
        public static let consent = "einwilligung"
    }

    /// What whoever said it has agreed to.
    public enum Consent: String, CaseIterable, Sendable {
        case named = "mit-namen"
        case unnamed = "ohne-namen"
    }

    /// The ways on which nobody types the idea in themselves.
    public static let channels: [IdeaChannel] = [.paper, .hall, .letter, .telephone]

    /// - Parameters:
    ///   - opening: when the programme takes in ideas; what was handed in then counts, however late it is taken down
    ///   - today: nothing was handed in later
    func validated(
        _ choices: IdeaChoices, _ opening: IdeaOpening, today: PartialDate
    ) throws(InvalidForm) -> (draft: IdeaDraft, channel: IdeaChannel) {
        var check = FormCheck()
        let channel = channel.flatMap(IdeaChannel.init).flatMap { Self.channels.contains($0) ? $0 : nil }
        if channel == nil { check.add(Field.channel, "channel-missing") }
        let day = checkedDay(opening, today: today, &check)
        checkConsent(&check)
        let draft: IdeaDraft?
        do throws(InvalidForm) {
            draft = try idea.validated(choices, on: day ?? today).draft
        } catch {
            for fault in error.faults { check.add(fault.field, fault.reason, limit: fault.limit) }
            draft = nil
        }
        try check.finish()
        guard let draft, let channel else { throw InvalidForm([.init(Field.channel, "channel-missing")]) }
        return (draft, channel)
    }

    private func checkedDay(
        _ opening: IdeaOpening, today: PartialDate, _ check: inout FormCheck
    ) -> PartialDate? {
        guard let day = handedInOn.flatMap(PartialDate.init), day.precision == .day else {
            check.add(Field.handedInOn, "day-missing")
            return nil
        }
        if day > today { check.add(Field.handedInOn, "day-in-future") }
        guard case .open = opening.standing(on: day) else {
            if day <= today { check.add(Field.handedInOn, "day-outside-listening") }
            return day
        }
        return day
    }

    /// A name is taken down only with consent, and consent to be named needs a name.
    private func checkConsent(_ check: inout FormCheck) {
        switch consent.flatMap(Consent.init) {
        case nil: check.add(Field.consent, "consent-missing")
        case .named where idea.authorLabel == nil: check.add(IdeaForm.Field.authorLabel, "label-missing")
        case .unnamed where idea.authorLabel != nil: check.add(IdeaForm.Field.authorLabel, "label-without-consent")
        case .named, .unnamed: break
        }
    }
}

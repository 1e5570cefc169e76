// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A set of words with fixed keys. Its labels stand in `Resources/Locales/{de,en}/words.json` under the raw value.
enum WordSet: String, CaseIterable, Sendable {
    case activityKind = "activity-kind"
    case audience
    case chronicleKind = "chronicle-kind"
    case confidence
    case consultationKind = "consultation-kind"
    case dutyKind = "duty-kind"
    case eventKind = "event-kind"
    case fundingBasis = "funding-basis"
    case fundingKind = "funding-kind"
    case fundingSource = "funding-source"
    case goalKind = "goal-kind"
    case ideaChannel = "idea-channel"
    case linkKind = "link-kind"
    /// The same kinds on the page of the matter that they lead to.
    case linkKindHere = "link-kind-here"
    case matterKind = "matter-kind"
    /// The same kinds in the plural.
    case matterKinds = "matter-kinds"
    case organisationKind = "organisation-kind"
    case phaseKind = "phase-kind"
    case pointKind = "point-kind"
    case projectKind = "project-kind"
    case publicationRule = "publication-rule"
    /// How exact an official number is: "rund", "über".
    case qualifier
    case stage
    case state
    case statementKind = "statement-kind"
}

extension LocalTexts {
    /// The label of a key as the database holds it: `texts.word(.ideaChannel, "online_citizen")`.
    func word(_ set: WordSet, _ key: String) -> String {
        text("words.\(set.rawValue).\(key.asAddressWord)")
    }

    func hasWord(_ set: WordSet, _ key: String) -> Bool {
        has("words.\(set.rawValue).\(key.asAddressWord)")
    }
}

extension SiteContext {
    /// The label of a key as the database holds it: `context.word(.organisationKind, "chamber")`.
    func word(_ set: WordSet, _ key: String) -> String {
        texts.word(set, key)
    }

    /// The label of a state or outcome: `context.word(state: "project.running")`.
    func word(state key: String) -> String {
        texts.word(.state, key)
    }

    /// "Idee", "Projektvorschlag".
    func word(kind: MatterKind) -> String {
        texts.word(.matterKind, kind.rawValue)
    }

    /// A written number with how exact it is, "über 300"; a qualifier that has no label stays in its own words.
    func number(_ number: String, qualifier: String?) -> String {
        guard let qualifier else { return number }
        let label = texts.hasWord(.qualifier, qualifier) ? word(.qualifier, qualifier) : qualifier
        return "\(label)\u{A0}\(number)"
    }

    /// How well something is documented, where that is worth a hint; nil for what is well documented or not rated.
    func hint(confidence: Confidence?) -> String? {
        guard let confidence, confidence != .high else { return nil }
        return texts.word(.confidence, confidence.rawValue)
    }

    /// The same badge for the same state on every page.
    func badge(state key: String) -> Badge {
        let look = StateLook(key)
        return Badge(word(state: key), tone: look.tone, shape: look.shape)
    }
}

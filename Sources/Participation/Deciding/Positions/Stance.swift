// SPDX-License-Identifier: EUPL-1.2

/// What a municipality thinks of a proposal, in one word.
public enum Stance: String, Choice {
    case support
    case withChanges = "support_with_changes"
    case neutral
    case rejection

    /// How it stands among the points of the synopsis.
    var kind: PointKind {
        switch self {
        case .support: .approval
        case .withChanges: .suggestion
        case .neutral: .note
        case .rejection: .rejection
        }
    }

    /// What stands as the point where nothing more was said.
    var sentence: String {
        switch self {
        case .support: "Die Kommune unterstützt den Vorschlag."
        case .withChanges: "Die Kommune unterstützt den Vorschlag mit Änderungen."
        case .neutral: "Die Kommune äußert sich weder dafür noch dagegen."
        case .rejection: "Die Kommune lehnt den Vorschlag ab."
        }
    }

    /// Who wants something else says what.
    var needsWords: Bool {
        switch self {
        case .support, .neutral: false
        case .withChanges, .rejection: true
        }
    }
}

/// The position of one municipality or district on one proposal.
public struct MunicipalPosition: Equatable, Sendable {
    /// A municipality, or the administration of a district.
    public let party: StatementParty
    /// Nil for a district.
    public let ags: String?
    /// The number of the proposal.
    public let proposal: Int64
    public let stance: Stance
    public let text: String
    public let place: SynopsisPlace
    public let mayPublish: Bool
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Where an idea stands on its way to an answer.
public enum IdeaState: String, Choice {
    case unconfirmed = "idea.unconfirmed"
    case received = "idea.received"
    case inReview = "idea.in_review"
    case answered = "idea.answered"

    public var word: String {
        switch self {
        case .unconfirmed: "unbestätigt"
        case .received: "eingegangen"
        case .inReview: "in_prüfung"
        case .answered: "beantwortet"
        }
    }
}

/// What became of an idea. That a project was discontinued later is the thread's story: the package writes it as a
/// fate of its own, the database keeps `idea.taken_up` and the project's state.
enum IdeaFate: String, Choice {
    case takenUp = "idea.taken_up"
    case takenUpThenDiscontinued = "idea.taken_up+project.discontinued"
    case inPart = "idea.in_part"
    case merged = "idea.merged"
    case passedOn = "idea.passed_on"
    case declined = "idea.declined"
    case unknown = "idea.unknown"

    var word: String {
        switch self {
        case .takenUp: "aufgenommen"
        case .takenUpThenDiscontinued: "aufgenommen_dann_eingestellt"
        case .inPart: "teilweise_aufgenommen"
        case .merged: "zusammengeführt"
        case .passedOn: "weitergegeben"
        case .declined: "nicht_aufgenommen"
        case .unknown: "unbekannt"
        }
    }

    func columns(_ column: String) -> [ColumnBinding] {
        [ColumnBinding(column, self == .takenUpThenDiscontinued ? IdeaFate.takenUp.rawValue : rawValue)]
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// The kinds of step along the thread. Some are stored as links, the others follow from belonging.
public enum LinkKind: String, Choice {
    case raisedAt = "raised_at"
    case handledBy = "handled_by"
    case mergedInto = "merged_into"
    case takenUpIn = "taken_up_in"
    case became, inspired, fed
    case workedOut = "worked_out"
    case heardIn = "heard_in"
    case received
    case commentedBy = "commented_by"
    case consideredIn = "considered_in"
    case decidedBy = "decided_by"
    case ledTo = "led_to"
    case appliedTo = "applied_to"
    case acceptedAs = "accepted_as"
    case hasPart = "has_part"
    case continuedBy = "continued_by"
    case reached, reported, related

    /// Whether a link of this kind is a row of its own.
    public var isStored: Bool {
        switch self {
        case .raisedAt, .takenUpIn, .inspired, .decidedBy, .ledTo, .acceptedAs, .continuedBy, .related: true
        case .handledBy, .mergedInto, .became, .fed, .workedOut, .heardIn, .received, .commentedBy, .consideredIn,
            .appliedTo, .hasPart, .reached, .reported:
            false
        }
    }
}

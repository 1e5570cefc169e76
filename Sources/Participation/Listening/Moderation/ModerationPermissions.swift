// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To read what was reported and what waits, and to decide about it.
    public func mayModerate(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.moderator, .programmeOffice, .administrator], in: programme)
            ? .allowed : .refused("moderation-only-for-moderators")
    }

    /// To decide about something: not about one's own contribution, nor about what one has reported.
    public func mayDecide(isConcerned: Bool, in programme: String) -> Permission {
        let permission = mayModerate(in: programme)
        guard permission.isAllowed else { return permission }
        return isConcerned ? .refused("moderation-of-own") : .allowed
    }

    /// To decide about an objection: another moderator than the one who decided before.
    public func mayDecideObjection(
        isFirstDecider: Bool, isConcerned: Bool, in programme: String
    ) -> Permission {
        let permission = mayDecide(isConcerned: isConcerned, in: programme)
        guard permission.isAllowed else { return permission }
        return isFirstDecider ? .refused("objection-to-own-decision") : .allowed
    }

    /// To take back what was decided with one click: only whoever decided it.
    public func mayUndoRound(isOwn: Bool, in programme: String) -> Permission {
        let permission = mayModerate(in: programme)
        guard permission.isAllowed else { return permission }
        return isOwn ? .allowed : .refused("moderation-round-of-another")
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What an event hangs on: a forum has people of its own who run it, a consultation is run by the programme office.
public struct EventParent: Equatable, Sendable {
    public let id: String
    public let kind: MatterKind
    public let programme: String
    /// Nil where neither title nor topic is known.
    public let title: String?
    public let number: Int64?
}

extension Visitor {
    /// To make, change and close the events of a forum or consultation, and to see who has registered.
    public func mayRunEvents(of parent: EventParent) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if holds(anyOf: [.programmeOffice, .administrator], in: parent.programme) { return .allowed }
        guard parent.kind == .forum else { return .refused("event-only-for-programme-office") }
        let mayRun = holds(anyOf: [.forumLead, .forumCoModerator], in: parent.programme, for: parent.id)
        return mayRun ? .allowed : .refused("event-only-for-forum")
    }

    /// To see the events that one runs oneself, at least one's own forum's.
    public func mayRunSomeEvents(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let runners: [Role] = [.forumLead, .forumCoModerator, .programmeOffice, .administrator]
        return roles(in: programme).contains { runners.contains($0.role) } ? .allowed : .refused("event-only-for-forum")
    }

    /// To register for an event, as a guest or as a person. A full event is no reason: there is a list for those who
    /// wait.
    public func mayRegister(for event: Event, on day: PartialDate) -> Permission {
        if event.state == .cancelled { return .refused("event-cancelled") }
        switch event.registration(on: day) {
        case .none: return .refused("event-without-registration")
        case .later: return .refused("event-registration-not-yet")
        case .over: return .refused("event-registration-over")
        case .open: return .allowed
        }
    }

    /// To say that an event took place, or to write its minutes. What has been called off did not take place.
    public func mayClose(_ event: Event, of parent: EventParent, on day: PartialDate) -> Permission {
        let permission = mayRunEvents(of: parent)
        guard permission.isAllowed else { return permission }
        if event.state == .cancelled { return .refused("event-cancelled") }
        if let heldOn = event.heldOn, heldOn.firstDay > day.lastDay { return .refused("event-not-yet-held") }
        return .allowed
    }

    /// To change or call off an event; what is over stays as it was.
    public func mayChange(_ event: Event, of parent: EventParent) -> Permission {
        let permission = mayRunEvents(of: parent)
        guard permission.isAllowed else { return permission }
        return event.state.isAhead ? .allowed : .refused("event-is-over")
    }
}

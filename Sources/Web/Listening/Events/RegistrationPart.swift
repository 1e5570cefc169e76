// SPDX-License-Identifier: EUPL-1.2

import Participation

/// On the page of an event: whether one can register, how many places are left, and one's own registration.
/// Template `Events/registration`.
struct RegistrationPart: Sendable {
    let heading: String
    let lines: [String]
    let badge: Badge?
    /// The way to the form; nil when registering is not possible.
    let register: Register?
    /// One's own registration can be taken back here.
    let withdraw: Withdraw?
    /// Where those with a place get in online.
    let access: String?

    struct Register: Sendable {
        let label: String
        let link: String
    }

    struct Withdraw: Sendable {
        let action: String
        let formKey: String
    }

    static let sample = RegistrationPart(
        heading: "Anmeldung", lines: ["Noch 12 von 40 Plätzen frei."], badge: .sample,
        register: Register(label: "Jetzt anmelden", link: "/veranstaltungen/4/anmeldung"),
        withdraw: Withdraw(action: "/veranstaltungen/4/abmeldung", formKey: "1.2.3"),
        access: "https://konferenz.example/raum")
}

extension RegistrationPart {
    /// What is known about the registrations of an event, read with its page.
    struct Reading: Sendable {
        let tally: Registration.Tally
        /// The reader's own.
        let own: Registration?
        let access: String?
    }

    /// Nil for events for which nobody needs to register and that have no way in online.
    init?(_ event: Event, _ reading: Reading, today: PartialDate, formKey: String?, in context: SiteContext) {
        let period = event.registration(on: today)
        guard event.state.isAhead, period != .none || reading.access != nil else { return nil }
        let free = reading.tally.free(of: event.capacity)
        let isOpen = period == .open && reading.own == nil
        heading = context.text("events.registration.heading")
        lines = Self.lines(event, period, reading, in: context)
        badge = reading.own.map { Badge(registration: $0.state, in: context) }
        register =
            isOpen
            ? Register(
                label: context.text(free == 0 ? "events.registration.wait" : "events.registration.register"),
                link: context.links.to(EventPaths.register(event.number))) : nil
        withdraw = reading.own.flatMap { _ in formKey }.map {
            Withdraw(action: context.links.to(EventPaths.withdraw(event.number)), formKey: $0)
        }
        access = period == .none || reading.own?.state == .confirmed ? reading.access : nil
    }

    private static func lines(
        _ event: Event, _ period: Event.RegistrationPeriod, _ reading: Reading, in context: SiteContext
    ) -> [String] {
        switch period {
        case .none: return [context.text("events.registration.none")]
        case .later(let day):
            return [context.text("events.registration.later", ["day": context.notation.date(day)])]
        case .over: return [context.text("events.registration.over")]
        case .open:
            let until = event.registrationUntil.map {
                context.text("events.registration.until", ["day": context.notation.date($0)])
            }
            let online =
                reading.access != nil && reading.own == nil
                ? context.text("events.registration.access-later") : nil
            return [places(event, reading.tally, in: context), until, online].compactMap { $0 }
        }
    }

    private static func places(_ event: Event, _ tally: Registration.Tally, in context: SiteContext) -> String? {
        guard let capacity = event.capacity, let free = tally.free(of: capacity) else { return nil }
        let all = context.notation.number(capacity)
        guard free > 0 else {
            return context.text("events.registration.full", count: tally.waiting, ["capacity": all])
        }
        return context.text("events.registration.free", count: free, ["capacity": all])
    }
}

extension Badge {
    init(registration state: Registration.State, in context: SiteContext) {
        let word = context.text("events.registration.states.\(state.rawValue)")
        switch state {
        case .confirmed: self.init(word, tone: .good, shape: .tick)
        case .waiting: self.init(word, tone: .warning, shape: .diamond)
        case .unconfirmed: self.init(word, tone: .quiet, shape: .ring)
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Up to which moment notices are due in a mail. A digest comes at seven in the morning in Berlin, a weekly one on
/// Mondays; what happened later waits for the next one. If nobody was there to send it, it is sent afterwards.
struct DigestTimes: Equatable, Sendable {
    let atOnce: Moment
    let daily: Moment
    let weekly: Moment

    init(at now: Moment) {
        let (today, monday) = (now.day, now.day.monday)
        let (morning, mondayMorning) = (Self.morning(of: today), Self.morning(of: monday))
        atOnce = now
        daily = morning <= now ? morning : Self.morning(of: PartialDate(day: today.firstDay - 1))
        weekly = mondayMorning <= now ? mondayMorning : Self.morning(of: PartialDate(day: monday.firstDay - 7))
    }

    /// Up to when what has happened is told to those who have chosen this; nil for those who want no mails.
    func end(of delivery: NoticeDelivery) -> Moment? {
        switch delivery {
        case .atOnce: atOnce
        case .daily: daily
        case .weekly: weekly
        case .none: nil
        }
    }

    static func morning(of day: PartialDate) -> Moment {
        // Midnight in Greenwich only where the system knows no time zones.
        let midnight = Date(timeIntervalSince1970: TimeInterval(day.firstDay) * 86_400)
        return Moment(TimeOfDay("07:00")?.date(on: day) ?? midnight)
    }
}

extension PartialDate {
    /// The Monday of the week in which a day lies. Day 0, 1 January 1970, was a Thursday.
    public var monday: PartialDate { PartialDate(day: firstDay - ((firstDay + 3) % 7 + 7) % 7) }
}

// SPDX-License-Identifier: EUPL-1.2

/// By which day something is owed. A duty ends at the end of a day in Berlin; when that day is a Saturday, a Sunday or
/// a public holiday, the next working day counts (§ 193 BGB).
public enum DueDate {
    /// The last day of a period that begins on the day after `start`.
    ///
    /// - Parameter days: calendar days
    public static func after(days: Int, from start: PartialDate) -> PartialDate {
        nextWorkingDay(from: start.firstDay + days)
    }

    /// The day itself if people work on it, otherwise the first one after it on which they do.
    private static func nextWorkingDay(from start: Int) -> PartialDate {
        var day = start
        while isWeekend(day) || PublicHolidays.contains(PartialDate(day: day)) { day += 1 }
        return PartialDate(day: day)
    }

    /// Day 0, 1 January 1970, was a Thursday.
    private static func isWeekend(_ day: Int) -> Bool {
        let weekday = (day % 7 + 7 + 3) % 7
        return weekday > 4
    }
}

/// The public holidays of North Rhine-Westphalia (§ 2 Feiertagsgesetz NW).
enum PublicHolidays {
    /// Those that fall on the same day each year.
    private static let fixed = ["01-01", "05-01", "10-03", "11-01", "12-25", "12-26"]
    /// Good Friday, Easter Monday, Ascension Day, Whit Monday, Corpus Christi, in days after Easter Sunday.
    private static let afterEaster = [-2, 1, 39, 50, 60]

    static func contains(_ date: PartialDate) -> Bool {
        if fixed.contains(String(date.text.suffix(5))) { return true }
        return afterEaster.contains(date.firstDay - easter(year: date.year).firstDay)
    }

    /// Easter Sunday in the Gregorian calendar (“Butcher's Ecclesiastical Calendar”, 1876; Meeus, Astronomical
    /// Algorithms, chapter 8).
    static func easter(year: Int) -> PartialDate {
        let golden = year % 19
        let (century, ofCentury) = (year / 100, year % 100)
        let moonShift = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonShift + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let correction = (golden + 11 * epact + 22 * toSunday) / 451
        let sum = epact + toSunday - 7 * correction + 114
        return PartialDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}

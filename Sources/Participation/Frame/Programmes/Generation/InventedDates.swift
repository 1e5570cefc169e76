// SPDX-License-Identifier: EUPL-1.2

/// The calendar of a generated programme: days are counted from 1 January 1970.
enum InventedDates {
    static let start = 18_687  // 2021-03-01
    static let listeningEnd = 19_173  // 2022-06-30
    static let decidingStart = 19_083  // 2022-04-01
    static let decidingEnd = 19_722  // 2023-12-31
    static let actingStart = 19_723  // 2024-01-01
    /// The day on which a generated programme stands still: what is due earlier and not done is overdue.
    static let today = 20_726  // 2026-09-30

    /// The date of a day (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    static func date(_ day: Int) -> PartialDate {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let text = "\(year)-\(padded(month))-\(padded(ofYear - (153 * shiftedMonth + 2) / 5 + 1))"
        return PartialDate(text) ?? .unset
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    static func period(_ start: Int, _ end: Int?) -> Period {
        Period(start: date(start), end: end.map(date))
    }
}

extension String {
    /// The text with the names of a place, a district and a thing put in.
    func filled(place: String = "", district: String = "", thing: String = "", number: Int = 0) -> String {
        replacing("{place}", with: place).replacing("{district}", with: district).replacing("{thing}", with: thing)
            .replacing("{number}", with: String(number))
    }

    /// The text with a capital at its beginning.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

/// A key such as `idee-00042`.
func inventedKey(_ name: String, _ number: Int) -> String {
    let digits = String(number)
    return "\(name)-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
}

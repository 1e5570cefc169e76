// SPDX-License-Identifier: EUPL-1.2

/// How a language writes numbers, money and dates. Dates are texts whose length is their precision:
/// `2019`, `2019-11`, `2019-11-05`.
struct Notation: Sendable {
    let language: Language

    /// `5.111.530`, in English `5,111,530`.
    func number(_ value: some BinaryInteger) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += groupSeparator }
            grouped.append(digit)
        }
        return (value < 0 ? "−" : "") + grouped
    }

    /// A number held as a whole number of its smallest step: `decimal(443869, places: 2)` is `4.438,69`.
    func decimal(_ scaled: some BinaryInteger, places: Int) -> String {
        guard places > 0 else { return number(scaled) }
        let step: UInt64 = (0..<places).reduce(1) { result, _ in result * 10 }
        let magnitude = UInt64(scaled.magnitude)
        let fraction = String(magnitude % step)
        let padded = String(repeating: "0", count: places - fraction.count) + fraction
        let whole = number(magnitude / step)
        return (scaled < 0 ? "−" : "") + whole + decimalSeparator + padded
    }

    /// How large a file is: `850 KB`, `1,2 MB`.
    func size(_ bytes: Int64) -> String {
        let megabyte: Int64 = 1024 * 1024
        guard bytes >= megabyte else { return "\(number(max(1, (bytes + 512) / 1024)))\u{A0}KB" }
        let tenths = (bytes * 10 + megabyte / 2) / megabyte
        return (tenths.isMultiple(of: 10) ? number(tenths / 10) : decimal(tenths, places: 1)) + "\u{A0}MB"
    }

    /// An amount in cents, in full: `1.234.567,89 €`. Whole amounts have no cents.
    func money(_ cents: some BinaryInteger) -> String {
        withCurrency(cents.isMultiple(of: 100) ? number(cents / 100) : decimal(cents, places: 2))
    }

    /// An amount in cents for headings and tiles: `60,8 Mio. €`, in English `€60.8 million`.
    func roundedMoney(_ cents: some BinaryInteger) -> String {
        let euros = UInt64(cents.magnitude) / 100
        let steps: [(size: UInt64, word: String)] =
            language == .german
            ? [(1_000_000_000, "Mrd."), (1_000_000, "Mio.")] : [(1_000_000_000, "billion"), (1_000_000, "million")]
        guard let step = steps.first(where: { euros >= $0.size }) else {
            let rounded = Int64((cents.magnitude + 50) / 100) * 100
            return money(cents < 0 ? -rounded : rounded)
        }
        let tenths = (euros + step.size / 20) / (step.size / 10)
        let amount = tenths.isMultiple(of: 10) ? number(tenths / 10) : decimal(tenths, places: 1)
        let sign = cents < 0 ? "−" : ""
        return switch language {
        case .german: "\(sign)\(amount)\u{A0}\(step.word)\u{A0}€"
        case .english: "\(sign)€\(amount)\u{A0}\(step.word)"
        }
    }

    /// `42,5 %` from parts of a thousand.
    func percent(perMille: some BinaryInteger) -> String {
        let amount = perMille.isMultiple(of: 10) ? number(perMille / 10) : decimal(perMille, places: 1)
        return language == .german ? amount + "\u{A0}%" : amount + "%"
    }

    /// `5. November 2019`, `November 2019` or `2019`; a text that is no date comes back as it is.
    func date(_ date: String) -> String {
        let parts = date.split(separator: "-")
        guard parts.count > 1, let month = Int(parts[1]), (1...12).contains(month) else { return date }
        let name = monthNames[month - 1]
        guard parts.count > 2, let day = Int(parts[2].prefix(2)) else { return "\(name) \(parts[0])" }
        return language == .german ? "\(day).\u{A0}\(name) \(parts[0])" : "\(day)\u{A0}\(name) \(parts[0])"
    }

    /// From one date to another: `Mai 2018 bis November 2019`; an open end is said in words.
    func period(from start: String?, to end: String?) -> String? {
        switch (start, end) {
        case (let start?, let end?) where start == end: date(start)
        case (let start?, let end?): "\(date(start)) \(language == .german ? "bis" : "to") \(date(end))"
        case (let start?, nil): "\(language == .german ? "seit" : "since") \(date(start))"
        case (nil, let end?): "\(language == .german ? "bis" : "until") \(date(end))"
        case (nil, nil): nil
        }
    }

    private func withCurrency(_ amount: String) -> String {
        switch language {
        case .german: amount + "\u{A0}€"
        case .english: amount.hasPrefix("−") ? "−€" + amount.dropFirst() : "€" + amount
        }
    }

    private var groupSeparator: String { language == .german ? "." : "," }
    private var decimalSeparator: String { language == .german ? "," : "." }

    private var monthNames: [String] {
        switch language {
        case .german:
            [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ]
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }
}

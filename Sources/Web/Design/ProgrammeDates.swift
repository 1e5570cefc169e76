// SPDX-License-Identifier: EUPL-1.2

import Participation

extension Notation {
    func date(_ date: PartialDate) -> String {
        self.date(date.text)
    }

    func period(_ start: PartialDate?, _ end: PartialDate?) -> String? {
        period(from: start?.text, to: end?.text)
    }

    /// As many places as the number was written with.
    func decimal(_ number: ScaledDecimal) -> String {
        decimal(number.units, places: Int(number.scale))
    }
}

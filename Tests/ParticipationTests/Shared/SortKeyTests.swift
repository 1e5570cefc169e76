// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct SortKeyTests {
    @Test func `umlauts stand with their vowels, numbers in their order, case does not matter`() {
        let ordered = [
            "Ächtung", "afrika", "Ahlen", "Forum 2", "Forum 10", "Mülheim", "Münster", "Ofen", "Öffnung", "Straße",
            "Strasse 2",
        ]

        let sorted = ordered.shuffled().sorted { SortKey.make($0) < SortKey.make($1) }

        #expect(sorted == ordered)
    }
}

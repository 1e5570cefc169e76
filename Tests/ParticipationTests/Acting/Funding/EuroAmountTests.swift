// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct EuroAmountTests {
    @Test(arguments: [
        ("1.234,56", 123_456), ("1234,5", 123_450), ("1234.56", 123_456), ("1,234.56", 123_456), ("1.234", 123_400),
        ("1.234.567", 123_456_700), ("1,234,567", 123_456_700), ("12", 1_200), ("0,01", 1), ("0.05", 5),
        (" 1 234,00 € ", 123_400), ("EUR 7", 700), ("-5,00", -500), ("5,00-", -500), ("−5", -500), ("+5", 500),
        ("100.000.000.000,00", 10_000_000_000_000),
    ])
    func `an amount is read the way budget offices write it`(typed: String, cents: Int64) throws {
        #expect(try EuroAmount.cents(typed) == cents)
    }

    @Test(arguments: [
        ("abc", EuroAmount.Fault.unreadable), ("", .unreadable), ("1.23.45", .unreadable), ("1,2,3", .unreadable),
        ("12.34,567", .tooPrecise), (",50", .unreadable), ("1,", .unreadable), ("1,234", .tooPrecise),
        ("0.234", .tooPrecise), ("1e3", .unreadable), ("1.2345,00", .unreadable), ("٣", .unreadable),
        ("100.000.000.001", .tooLarge), ("99999999999999999999", .tooLarge),
    ])
    func `what is no amount to the cent is refused`(typed: String, fault: EuroAmount.Fault) {
        #expect(throws: fault) { try EuroAmount.cents(typed) }
    }
}

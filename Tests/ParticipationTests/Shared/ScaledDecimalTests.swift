// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct ScaledDecimalTests {
    @Test(arguments: ["232.8", "0.05", "-0.5", "4438.69", "51.43326", "-12.30", "100.0"])
    func `a decimal keeps its digits`(_ text: String) throws {
        let decimal = try ScaledDecimal(plain: .decimal(text))

        #expect(decimal.plain == .decimal(text))
    }

    @Test(arguments: ["1e5", "1.", ".5", "1.0000000001", "9223372036854775808.5", "1,5"])
    func `what is not a plain decimal is refused`(_ text: String) {
        #expect(throws: ValueFault.self) { try ScaledDecimal(plain: .decimal(text)) }
    }
}

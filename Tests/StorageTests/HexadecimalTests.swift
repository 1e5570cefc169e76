// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@Suite struct HexadecimalTests {
    @Test func `every byte is two digits`() {
        #expect(Hexadecimal.digits(of: [0, 9, 10, 16, 127, 255] as [UInt8]) == "00090a107fff")
        #expect(Hexadecimal.digits(of: [] as [UInt8]) == "")
    }
}

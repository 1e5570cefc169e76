// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Makes the text by which lists are ordered: German order (DIN 5007-1), so that both engines sort alike by bytes.
enum SortKey {
    /// Umlauts count as their vowels, ß as ss, case and marks not at all; digits run in numeric order.
    static func make(_ text: String) -> String {
        var key = ""
        var digits = ""
        for scalar in text.replacing("ß", with: "ss").replacing("ẞ", with: "ss")
            .decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
        {
            if ("0"..."9").contains(scalar) {
                digits.unicodeScalars.append(scalar)
                continue
            }
            key += padded(digits)
            digits = ""
            if scalar.properties.isAlphabetic {
                key.unicodeScalars.append(scalar)
            } else if scalar.properties.generalCategory != .nonspacingMark, key.last != " ", !key.isEmpty {
                key += " "
            }
        }
        return key + padded(digits)
    }

    private static func padded(_ digits: String) -> String {
        digits.isEmpty ? "" : String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// A place or length in a picture that is as wide as the page lets it: `42.31%`. Never shown to readers.
struct Percentage: Equatable, Sendable {
    let text: String

    /// A part of a whole; from 0 to 100, also where rounding would leave the picture.
    init(_ part: Double, of whole: Double) {
        let hundredths = whole > 0 ? Int((min(max(part / whole, 0), 1) * 10_000).rounded()) : 0
        let rest = String(hundredths % 100)
        text = "\(hundredths / 100).\(rest.count < 2 ? "0" + rest : rest)%"
    }

    init(_ part: Int64, of whole: Int64) {
        self.init(Double(part), of: Double(whole))
    }
}

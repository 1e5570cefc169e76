// SPDX-License-Identifier: EUPL-1.2

extension Idea {
    /// The order of a list of ideas, with what it depends on.
    public struct Arrangement: Equatable, Sendable {
        public let order: Order
        /// Draws the lots of `Order.lots`: the same all day, so that pages follow one another.
        let lot: DayLot
        /// How near the municipalities are for `Order.near`, the nearest first; nil while nobody has said to where.
        public let nearness: Nearness?

        public init(_ order: Order, on day: PartialDate, nearness: Nearness? = nil) {
            self.order = order
            self.lot = DayLot(day)
            self.nearness = nearness
        }
    }
}

/// Shuffles numbers anew each day without favouring any: a permutation of the numbers below a prime, chosen by the day.
struct DayLot: Equatable, Sendable {
    /// One less than it is not divisible by three, so that no two numbers below it have the same cube.
    static let prime: Int64 = 2_147_483_579
    let factor: Int64
    let shift: Int64

    init(_ day: PartialDate) {
        let digits = Digest.make("lots of " + day.text)
        factor = 1 + Self.number(digits.prefix(7))
        shift = Self.number(digits.dropFirst(7).prefix(7))
    }

    private static func number(_ digits: Substring) -> Int64 { Int64(digits, radix: 16) ?? 0 }
}

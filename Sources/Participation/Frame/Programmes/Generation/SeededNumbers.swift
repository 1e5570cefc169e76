// SPDX-License-Identifier: EUPL-1.2

/// Numbers that look random and follow from a seed alone: SplitMix64 (Steele, Lea and Flood, 2014), in whole numbers
/// only, so that every machine and every version of the program draws the same.
///
/// Each invented thing has a sequence of its own, so that it can be made without making those before it.
struct SeededNumbers {
    private var state: UInt64

    /// - Parameters:
    ///   - part: what is being made, such as `idea`; parts do not influence each other.
    ///   - index: which of them.
    init(seed: UInt64, _ part: String, _ index: Int) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = Self.mixed(seed) ^ Self.mixed(hash) ^ Self.mixed(UInt64(bitPattern: Int64(index)) &+ 0x5851_F42D)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `count`; 0 where `count` is not positive.
    mutating func below(_ count: Int) -> Int {
        let drawn = next()
        guard count > 0 else { return 0 }
        return Int(drawn.multipliedFullWidth(by: UInt64(count)).high)
    }

    mutating func between(_ lowest: Int, _ highest: Int) -> Int {
        lowest + below(highest - lowest + 1)
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    /// One of the elements, each as often as its share of all shares says.
    mutating func pick<Element>(_ list: [(share: Int, value: Element)]) -> Element {
        var left = below(list.reduce(0) { $0 + $1.share })
        for (share, value) in list {
            if left < share { return value }
            left -= share
        }
        return list[list.count - 1].value
    }

    /// A number below `count`, low ones far more often than high ones: few things are popular, most are not.
    mutating func skewed(below count: Int) -> Int {
        below(below(below(count) + 1) + 1)
    }
}

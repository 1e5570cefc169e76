// SPDX-License-Identifier: EUPL-1.2

/// Values in at most five classes of about the same size, from low to high. Nought is a class of its own, and equal
/// values are never parted; so there can be fewer classes.
public struct ShadeClasses: Equatable, Sendable {
    /// The lowest and the highest value of each class.
    public let ranges: [ClosedRange<Int64>]

    public static let most = 5

    public init(_ values: [Int64]) {
        let none = values.filter { $0 == 0 }
        let rest = values.filter { $0 != 0 }.sorted()
        let number = none.isEmpty ? Self.most : Self.most - 1
        var parts: [[Int64]] = none.isEmpty ? [] : [none]
        var start = 0
        for left in (1...number).reversed() where start < rest.count {
            var end = start + max(1, (rest.count - start) / left)
            while end < rest.count, rest[end] == rest[end - 1] { end += 1 }
            parts.append(Array(rest[start..<end]))
            start = end
        }
        ranges = parts.compactMap { part in
            guard let low = part.first, let high = part.last else { return nil }
            return low...high
        }
    }

    /// The class of a value, counted from 1; nil for a value that was not among those given.
    public func number(of value: Int64) -> Int? {
        ranges.firstIndex { $0.contains(value) }.map { $0 + 1 }
    }
}

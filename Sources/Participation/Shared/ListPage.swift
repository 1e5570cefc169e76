// SPDX-License-Identifier: EUPL-1.2

/// One page of a list: which, and how many rows it holds.
public struct ListPage: Equatable, Sendable {
    public let number: Int64
    public let size: Int64

    /// - Parameter number: from 1; anything below counts as the first page.
    public init(_ number: Int64, size: Int64 = 50) {
        self.number = max(1, number)
        self.size = size
    }

    var offset: Int64 { (number - 1) * size }

    /// The rows of this page of a list that has been read whole.
    public func rows<Row>(of all: [Row]) -> ArraySlice<Row> {
        all.dropFirst(Int(min(offset, Int64(all.count)))).prefix(Int(size))
    }

    /// Rows and how many there are in all.
    public func count(of total: Int64) -> Int64 { max(1, (total + size - 1) / size) }

    /// All rows of a list, read in batches so that no statement names more matters than an engine takes.
    public static func all<Row>(size: Int64 = 1000, _ batch: (ListPage) throws -> [Row]) rethrows -> [Row] {
        var rows: [Row] = []
        var number: Int64 = 1
        while true {
            let more = try batch(ListPage(number, size: size))
            rows += more
            guard Int64(more.count) == size else { return rows }
            number += 1
        }
    }
}

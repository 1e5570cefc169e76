// SPDX-License-Identifier: EUPL-1.2

/// One page of a list, and how many rows there are in all.
public struct Listed<Row: Sendable>: Sendable {
    public let rows: [Row]
    public let total: Int64

    public init(rows: [Row], total: Int64) {
        self.rows = rows
        self.total = total
    }
}

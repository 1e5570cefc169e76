// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Connection {
    /// The texts of a statement with the columns `owner` and `text`, by owner, each in the statement's order.
    func texts(_ sql: SQL) throws -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for row in try rows(sql) {
            texts[try row.get("owner"), default: []].append(try row.get("text"))
        }
        return texts
    }
}

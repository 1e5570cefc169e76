// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Idea.Arrangement {
    /// What stands behind ORDER BY, over the tables `i` (idea), `m` (its matter) and those of `tables`.
    var clause: SQL {
        switch order {
        case .number: "m.number"
        case .title: "i.sort_key, i.id"
        case .newest: "CASE WHEN i.submitted_on IS NULL THEN 1 ELSE 0 END, i.submitted_on DESC, m.number DESC"
        case .supports: "COALESCE(i.supports, 0) + COALESCE(c.own, 0) DESC, m.number"
        case .unanswered:
            """
            CASE WHEN i.state = 'idea.answered' THEN 1 ELSE 0 END,
            CASE WHEN i.submitted_on IS NULL THEN 1 ELSE 0 END, i.submitted_on, m.number
            """
        case .lots: "\(lot.drawn), m.number"
        case .near where nearness == nil: "m.number"
        case .near: "CASE WHEN near.column2 IS NULL THEN 1 ELSE 0 END, near.column2, m.number"
        }
    }

    /// The tables that the clause needs beside those of every list.
    var tables: SQL {
        guard order == .near, let nearness else { return "" }
        let ranks = nearness.ranks.map { rank -> SQL in
            "(CAST(\(rank.municipality) AS TEXT), CAST(\(rank.rank) AS BIGINT))"
        }
        return " LEFT JOIN (VALUES \(ranks.joined(separator: ", "))) AS near ON near.column1 = i.municipality_id"
    }
}

extension DayLot {
    /// The lot of the matter `m`: a cube modulo the prime, of which no step leaves 64 bits.
    fileprivate var drawn: SQL {
        let number: SQL = "((m.number * \(factor) + \(shift)) % \(Self.prime))"
        return "(\(number) * \(number) % \(Self.prime)) * \(number) % \(Self.prime)"
    }
}

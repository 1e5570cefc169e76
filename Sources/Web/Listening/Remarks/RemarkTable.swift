// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Remark>>

extension OpenList {
    /// `/kommentare` as it is narrowed and ordered.
    static let remarks = OpenList(
        "remarks", at: RemarkPaths.list, columns: columns,
        keys: { reading -> [Int64] in
            let query = reading.context.query
            return try Remark.numbers(
                Remark.Filter(query), Remark.Order(query), in: reading.programme, reading.db)
        },
        rows: { numbers, reading in
            guard let first = numbers.first, let last = numbers.last else { return [] }
            let (query, range) = (reading.context.query, min(first, last)...max(first, last))
            let remarks = try Remark.list(
                Remark.Filter(query), Remark.Order(query), numbered: range, in: reading.programme, reading.db)
            return try reading.entries(remarks) { [$0.matterID, $0.parentID] }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("text", text: { $0.text }),
        Column("dated_on", date: { $0.writtenOn }),
        Column("author_group", text: { $0.authorLabel }),
        Column("office", text: { $0.office }),
        Column("matter_kind", text: { $0.mentions.matter($0.matterID)?.kind.rawValue }),
        Column("matter_number", number: { $0.numberOf($0.matterID) }),
        Column("matter", text: { $0.titleOf($0.matterID) }),
        Column("answers_number", number: { $0.numberOf($0.parentID) }),
        Column("address", text: { $0.address(RemarkPaths.show($0.number)) }),
    ]
}

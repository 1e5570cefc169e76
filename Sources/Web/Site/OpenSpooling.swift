// SPDX-License-Identifier: EUPL-1.2

import Interchange

extension OpenList {
    /// The rows as CSV. They are put aside batch by batch, within one look at the database.
    func csv(_ reading: OpenReading, in room: SpoolRoom) throws -> SpooledBody {
        let writer = CSVWriter(columns: fields.map(\.name))
        let spool = Spool(in: room)
        try forEachBatch(reading) { rows in
            var bytes: [UInt8] = []
            for row in rows { writer.append(row.map(\.cell), to: &bytes) }
            try spool.append(bytes)
        }
        return SpooledBody(beginning: writer.header(), middle: try spool.finished(), end: [])
    }

    /// The rows as one JSON document, byte for byte what `JSONValue` would write of the whole.
    ///
    /// - Parameter about: what the document says of itself before the rows
    func json(_ reading: OpenReading, about: [JSONValue.Member], in room: SpoolRoom) throws -> SpooledBody {
        let columns = fields.map(\.name)
        let spool = Spool(in: room)
        var count = 0
        try forEachBatch(reading) { rows in
            var bytes: [UInt8] = []
            for row in rows {
                bytes += (count == 0 ? "\n    " : ",\n    ").utf8
                let object = JSONValue.object(zip(columns, row).map { JSONValue.Member($0, $1.json) })
                bytes += object.text().dropLast().replacing("\n", with: "\n    ").utf8
                count += 1
            }
            try spool.append(bytes)
        }
        let members = about + [JSONValue.Member("count", .integer(Int64(count))), JSONValue.Member("rows", .list([]))]
        let frame = JSONValue.object(members).bytes()
        let end = (count == 0 ? "]\n}\n" : "\n  ]\n}\n").utf8
        return SpooledBody(
            beginning: frame.dropLast("]\n}\n".utf8.count), middle: try spool.finished(), end: Array(end))
    }
}

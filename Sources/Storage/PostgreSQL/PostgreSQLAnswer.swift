// SPDX-License-Identifier: EUPL-1.2

internal import CLibpq

/// The types of PostgreSQL that the dialect knows, by their fixed numbers.
enum PostgreSQLType: Oid {
    case bool = 16
    case bytea = 17
    case char = 18
    case name = 19
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case bpchar = 1042
    case varchar = 1043
    case void = 2278
}

/// What the server has answered to one statement; its memory is given back with it.
final class PostgreSQLAnswer {
    /// The fields of an error that matter here, by libpq's letters.
    enum Field: UnicodeScalar {
        case code = "C"
        case message = "M"
        case detail = "D"
        case table = "t"
        case column = "c"
        case constraint = "n"
        case routine = "R"
    }

    private let result: OpaquePointer

    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit {
        PQclear(result)
    }

    var isSuccess: Bool {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: true
        default: false
        }
    }

    var rowCount: Int { Int(PQntuples(result)) }

    /// How many rows were changed; zero for a statement that only selects.
    var affectedRows: Int {
        let tag = PQcmdStatus(result).map { String(cString: $0) } ?? ""
        guard let verb = tag.split(separator: " ").first, ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(verb) else {
            return 0
        }
        return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func field(_ field: Field) -> String? {
        PQresultErrorField(result, Int32(field.rawValue.value)).map { String(cString: $0) }
    }

    func rows(statement: String, limit: Int = .max) throws -> [Row] {
        let columns = 0..<PQnfields(result)
        let names = columns.map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        let header = Row.Header(columns: names, statement: statement)
        let types = columns.map { PQftype(result, $0) }
        return (0..<Int32(min(rowCount, limit))).map { row in
            Row(header: header, values: columns.map { value(row, $0, type: types[Int($0)]) })
        }
    }

    private func value(_ row: Int32, _ column: Int32, type: Oid) -> StoredValue {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        switch PostgreSQLType(rawValue: type) {
        case .int8: return .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case .int4: return .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        case .int2: return .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
        case .bool: return .integer(bytes.first == 0 ? 0 : 1)
        case .text, .varchar, .bpchar, .name, .char: return .text(String(decoding: bytes, as: UTF8.self))
        case .bytea: return .blob(Array(bytes))
        case .void: return .null
        case nil: return .unsupported(type: type == 1700 ? "a number without bounds" : "type \(type)")
        }
    }
}

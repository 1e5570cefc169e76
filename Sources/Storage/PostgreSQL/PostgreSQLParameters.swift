// SPDX-License-Identifier: EUPL-1.2

internal import CLibpq

extension PostgreSQLLink {
    typealias CStrings = UnsafePointer<UnsafePointer<CChar>?>

    static func type(of type: ColumnType) -> Oid {
        switch type {
        case .integer: PostgreSQLType.int8.rawValue
        case .text: PostgreSQLType.text.rawValue
        case .blob: PostgreSQLType.bytea.rawValue
        }
    }

    /// Lays the values one after another in memory and hands libpq the places where each begins.
    func withParameters<Value>(
        _ parameters: [SQL.Parameter],
        _ body: (CStrings?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Value
    ) -> Value {
        guard !parameters.isEmpty else { return body(nil, nil, nil) }
        var bytes: [CChar] = []
        var places: [Int?] = []
        var lengths: [Int32] = []
        for parameter in parameters {
            let start = bytes.count
            let isNull = Self.append(parameter.value, to: &bytes)
            places.append(isNull ? nil : start)
            lengths.append(Int32(bytes.count - start))
            // Even an empty value needs a place of its own, since libpq takes a null pointer for null.
            bytes.append(0)
        }
        let formats = [Int32](repeating: 1, count: parameters.count)
        return bytes.withUnsafeBufferPointer { buffer in
            let values = places.map { place in place.flatMap { buffer.baseAddress?.advanced(by: $0) } }
            return body(values, lengths, formats)
        }
    }

    static func withCStrings<Value>(_ strings: [String], _ body: (CStrings) -> Value) -> Value {
        let copies = strings.map { Array($0.utf8CString) }
        let joined = Array(copies.joined())
        return joined.withUnsafeBufferPointer { buffer in
            var place = 0
            var pointers: [UnsafePointer<CChar>?] = copies.map { copy in
                defer { place += copy.count }
                return buffer.baseAddress?.advanced(by: place)
            }
            pointers.append(nil)
            return body(pointers)
        }
    }

    private static func append(_ value: StoredValue, to bytes: inout [CChar]) -> Bool {
        switch value {
        case .null, .unsupported:
            return true
        case .integer(let integer):
            withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0.lazy.map(CChar.init(bitPattern:))) }
        case .text(let text):
            bytes.append(contentsOf: text.utf8.lazy.map(CChar.init(bitPattern:)))
        case .blob(let blob):
            bytes.append(contentsOf: blob.lazy.map(CChar.init(bitPattern:)))
        }
        return false
    }
}

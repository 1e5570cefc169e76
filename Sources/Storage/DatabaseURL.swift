// SPDX-License-Identifier: EUPL-1.2

/// Where a database is, read from the one line an operator writes.
enum DatabaseURL: Equatable {
    case memory
    case file(path: String)
    case server(address: String, schema: String?)

    init(_ url: String) throws {
        if url == "sqlite::memory:" {
            self = .memory
        } else if url.hasPrefix("sqlite:") {
            let rest = url.dropFirst("sqlite:".count)
            let path = rest.hasPrefix("///") ? String(rest.dropFirst(2)) : String(rest)
            guard !path.isEmpty, !path.hasPrefix("//"), !path.utf8.contains(0) else {
                throw StorageError.invalidURL(reason: "the path of the file is missing")
            }
            self = .file(path: path)
        } else if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
            self = try Self.server(url)
        } else {
            throw StorageError.invalidURL(reason: "it begins neither with sqlite: nor with postgres://")
        }
    }

    /// libpq knows no schema, so that item is taken out of the query; the rest is handed on as it is.
    private static func server(_ url: String) throws -> DatabaseURL {
        let halves = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return .server(address: url, schema: nil) }
        let items = halves[1].split(separator: "&")
        let schemas = items.filter { $0.hasPrefix("schema=") }
        let others = items.filter { !$0.hasPrefix("schema=") }
        let address = others.isEmpty ? String(halves[0]) : halves[0] + "?" + others.joined(separator: "&")
        guard let schema = schemas.first?.dropFirst("schema=".count) else {
            return .server(address: address, schema: nil)
        }
        guard schemas.count == 1, !schema.isEmpty, schema.utf8.count <= 63, schema.utf8.allSatisfy(isPlain) else {
            throw StorageError.invalidURL(reason: "a schema is named by up to 63 letters, digits and underscores, once")
        }
        return .server(address: address, schema: String(schema))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Participation

/// Where the files of a package meet the records of the domain.
enum PackageFormat {
    /// The file that makes a folder a package.
    static let mark = "programme.json"

    /// Reads a folder or a .zip and parses every file; a fault of form is a fault of the package like any other.
    static func read(_ path: String) throws -> [PackageFile] {
        let files: PackageFiles
        do {
            files = try PackageFiles.read(path)
        } catch {
            throw CommandFailure("dreiklang: \(path): \(error.description)")
        }
        var parsed: [PackageFile] = []
        var faults: [RecordFault] = []
        for file in files.files {
            guard file.name.hasSuffix(".json") else {
                faults.append(RecordFault(file: file.name, path: "", reason: "a package holds only .json files"))
                continue
            }
            do {
                parsed.append(PackageFile(name: String(file.name.dropLast(5)), value: try value(of: file.bytes)))
            } catch {
                faults.append(RecordFault(file: file.name, path: " line \(error.line)", reason: "\(error)"))
            }
        }
        guard faults.isEmpty else { throw InvalidPackage(faults: faults) }
        return parsed
    }

    static func value(of bytes: [UInt8]) throws(JSONFault) -> PlainValue {
        PlainValue(try JSONValue.parse(bytes))
    }

    static func files(_ files: [PackageFile]) throws(Interchange.PackageFault) -> PackageFiles {
        try PackageFiles(files.map { .init(name: "\($0.name).json", bytes: JSONValue($0.value).bytes()) })
    }
}

extension PlainValue {
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .flag(flag)
        case .integer(let number): self = .integer(number)
        case .decimal(let digits): self = .decimal(digits)
        case .text(let text): self = .text(text)
        case .list(let elements): self = .list(elements.map { PlainValue($0) })
        case .object(let members): self = .object(members.map { .init($0.key, PlainValue($0.value)) })
        }
    }
}

extension JSONValue {
    init(_ value: PlainValue) {
        switch value {
        case .null: self = .null
        case .flag(let flag): self = .bool(flag)
        case .integer(let number): self = .integer(number)
        case .decimal(let digits): self = .decimal(digits)
        case .text(let text): self = .text(text)
        case .list(let elements): self = .list(elements.map { JSONValue($0) })
        case .object(let members): self = .object(members.map { .init($0.key, JSONValue($0.value)) })
        }
    }

    static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
}

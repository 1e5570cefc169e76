// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Participation
@testable import Server

/// Where data from elsewhere lies, for trials that read it.
enum OutsideData {
    static let folder = ProcessInfo.processInfo.environment["DREIKLANG_SHARED"].map { URL(filePath: $0) }
}

/// A trial with data from elsewhere: the bundled Ruhr-Konferenz carries over every field of the collected facts.
@Suite(.enabled(if: OutsideData.folder != nil, "DREIKLANG_SHARED names no folder"))
struct RuhrConferenceDataTests {
    static let files = [
        "municipalities", "ministries", "fields", "pillars", "forums", "ideas", "consultations", "timeline",
        "programme_status", "indicators", "lessons", "projects",
    ]

    @Test(arguments: files)
    func `every object and every field of the facts stands in the bundled package`(_ name: String) throws {
        let folder = try #require(OutsideData.folder).appending(path: "data/ruhr-konferenz")
        let bytes = try Data(contentsOf: folder.appending(path: "\(name).json"))
        let facts = try PackageFormat.value(of: [UInt8](bytes))
        let bundled = try #require(try Bundled.package("ruhr-konferenz").first { $0.name == name })

        var missing: [String] = []
        Self.compare(facts, with: bundled.value, path: name, missing: &missing)

        #expect(missing == [])
    }

    /// Whether each value of the facts stands at the same place; the package may have further keys.
    private static func compare(_ facts: PlainValue, with value: PlainValue, path: String, missing: inout [String]) {
        switch (facts, value) {
        case (.object(let members), .object):
            for member in members {
                compare(member.value, with: value[member.key], path: "\(path).\(member.key)", missing: &missing)
            }
        case (.list(let elements), .list(let others)) where elements.count == others.count:
            for (index, pair) in zip(elements, others).enumerated() {
                compare(pair.0, with: pair.1, path: "\(path)[\(index)]", missing: &missing)
            }
        default:
            if facts != value { missing.append(path) }
        }
    }
}

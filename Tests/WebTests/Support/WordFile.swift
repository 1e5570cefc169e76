// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

/// A finished Word file, as any program reads it.
enum WordFile {
    /// Its paragraphs in reading order, those of tables too.
    static func paragraphs(in bytes: [UInt8]) throws -> [String] {
        let files = try ZipReader.files(in: bytes, limits: .standard)
        let document = try #require(files.first { $0.name == "word/document.xml" })
        return String(decoding: document.bytes, as: UTF8.self).components(separatedBy: "</w:p>").map { paragraph in
            paragraph.matches(of: #/<w:t(?: [^>]*)?>([^<]*)</w:t>/#).map { String($0.1) }.joined()
        }.filter { !$0.isEmpty }
    }
}

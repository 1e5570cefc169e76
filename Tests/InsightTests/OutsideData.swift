// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Where data from elsewhere lies, for trials that read it.
enum OutsideData {
    static let folder = ProcessInfo.processInfo.environment["DREIKLANG_SHARED"].map { URL(filePath: $0) }

    static func lines(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}

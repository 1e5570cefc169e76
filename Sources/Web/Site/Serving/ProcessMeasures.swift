// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What the program takes of its machine, as Linux tells it under `/proc`; zero where that is missing.
struct ProcessMeasures: Sendable {
    let residentBytes: Int
    let processorSeconds: Double
    let openFiles: Int

    static func now() -> ProcessMeasures {
        ProcessMeasures(
            residentBytes: residentPages * Int(getpagesize()), processorSeconds: usedSeconds, openFiles: openFileCount)
    }

    /// The second number of `statm` counts the pages in memory.
    private static var residentPages: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let numbers = text.split(separator: " ")
        return numbers.count > 1 ? Int(numbers[1]) ?? 0 : 0
    }

    private static var usedSeconds: Double {
        var ticks = tms()
        guard times(&ticks) != -1 else { return 0 }
        return Double(ticks.tms_utime + ticks.tms_stime) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static var openFileCount: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// libarchive turns file names into the character set of the running thread, which is ASCII unless told otherwise.
enum UnicodeNames {
    static func apply<Outcome>(_ work: () -> Outcome) -> Outcome {
        guard let unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return work() }
        let before = uselocale(unicode)
        defer {
            uselocale(before)
            freelocale(unicode)
        }
        return work()
    }
}

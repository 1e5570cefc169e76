// SPDX-License-Identifier: EUPL-1.2

import CAllocator
import Foundation

/// How the system's allocator deals with memory that is free again; where it is another one than glibc's, as it likes.
enum Allocator {
    /// One arena for each processor. glibc would make eight for each, and every one keeps what its threads once needed:
    /// after some load that is a fifth more memory, and no page is faster for it.
    static func limitArenas() {
        #if canImport(Glibc)
            mallopt(M_ARENA_MAX, Int32(ProcessInfo.processInfo.activeProcessorCount))
        #endif
    }

    /// Gives back what the start has used: files of texts and templates before they were taken apart.
    static func returnFreed() {
        #if canImport(Glibc)
            _ = malloc_trim(0)
        #endif
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What one page is kept under: everything of a request that the page can depend on.
struct PageKey: Hashable, Sendable {
    /// Absolute links may begin with it.
    let authority: String
    /// Language, programme and path, then the parameters that the page reads, in one order.
    let target: String
}

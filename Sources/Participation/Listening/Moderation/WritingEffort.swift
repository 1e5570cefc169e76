// SPDX-License-Identifier: EUPL-1.2

/// What a form tells about how it was filled in.
public struct WritingEffort: Equatable, Sendable {
    /// How long the form was open.
    public let secondsOpen: Int64
    /// Whether the browser did the work that stands in place of a captcha.
    public let hasProof: Bool

    public init(secondsOpen: Int64, hasProof: Bool) {
        self.secondsOpen = secondsOpen
        self.hasProof = hasProof
    }
}

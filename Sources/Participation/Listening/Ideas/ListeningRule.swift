// SPDX-License-Identifier: EUPL-1.2

/// What a programme promises to those it listens to.
public struct ListeningRule: Equatable, Sendable {
    /// Within how many days an idea is answered, counted from the day after it came in.
    public let replyDays: Int64

    /// The promise of a programme that has not made another one.
    public static let usual = ListeningRule(replyDays: 28)
}

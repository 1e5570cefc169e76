// SPDX-License-Identifier: EUPL-1.2

/// A source of the programme with what rests on it.
public struct CitedSource: Sendable {
    public let url: String
    /// How many public matters cite it.
    public let citations: Int64
    /// The first of them, by kind and number.
    public let matters: [MatterSummary]

    /// How many matters a page shows below each source.
    public static let mattersShown: Int64 = 12

    public enum Order: String, CaseIterable, Sendable {
        /// Those that most rests on first.
        case citations = "nennungen"
        case address = "adresse"
    }
}

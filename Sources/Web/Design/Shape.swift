// SPDX-License-Identifier: EUPL-1.2

/// A small sign beside a word, so that no meaning hangs on colour alone. Each meaning has a form of its own.
enum Shape: String, CaseIterable, Sendable {
    /// Under way, open: a full disc.
    case disc
    /// Not yet begun: an empty ring.
    case ring
    /// Done, good: a tick.
    case tick
    /// Take care: a triangle.
    case triangle
    /// Stopped, refused: a cross.
    case cross
    /// Under consideration: a diamond.
    case diamond
    /// Resting: two bars.
    case pause
    /// Unknown: a dash.
    case dash
    /// Carried on by others: an arrow.
    case arrow

    /// The outline in a square of 12 units.
    var path: String {
        switch self {
        case .disc: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"
        case .ring: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM6 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"
        case .tick: "M1 6.5 2.6 4.9 4.8 7.1 9.6 2.1 11.2 3.7 4.8 10.4z"
        case .triangle: "M6 .8 11.6 11H.4z"
        case .cross: "M1.2 2.6 2.6 1.2 6 4.6 9.4 1.2 10.8 2.6 7.4 6 10.8 9.4 9.4 10.8 6 7.4 2.6 10.8 1.2 9.4 4.6 6z"
        case .diamond: "M6 .4 11.6 6 6 11.6.4 6z"
        case .pause: "M2 1.5h3v9H2zM7 1.5h3v9H7z"
        case .dash: "M1 4.8h10v2.4H1z"
        case .arrow: "M1 4.8h5.2V1.4L11.4 6 6.2 10.6V7.2H1z"
        }
    }
}

/// What a colour says: one of the three phases, or how well something stands.
enum Tone: String, CaseIterable, Sendable {
    case listening, deciding, acting
    case good, warning, bad, quiet
}

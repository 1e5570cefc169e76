// SPDX-License-Identifier: EUPL-1.2

/// How an area of a picture is filled, so that states can be told apart without colour: each shape has its own hatching
/// in the tone of the state. Template `Design/patterns`, once on each page that uses them.
struct FillPattern: Equatable, Sendable {
    let tone: String
    let id: String
    /// Marks to be filled, in a square of 8 units.
    let fill: String?
    /// Marks to be drawn as lines.
    let line: String?

    init(_ tone: Tone, _ shape: Shape) {
        self.tone = tone.rawValue
        id = "muster-\(tone.rawValue)-\(shape.rawValue)"
        (fill, line) = Self.marks(shape)
    }

    /// - Parameter state: a key of the table `state`
    init(state: String) {
        let look = StateLook(state)
        self.init(look.tone, look.shape)
    }

    /// As a value of the attribute `fill`.
    var reference: String { "url(#\(id))" }

    private static func marks(_ shape: Shape) -> (fill: String?, line: String?) {
        switch shape {
        case .disc: (nil, "M-2 10 10-2M-2 2 2-2M6 10 10 6")
        case .ring: ("M4 2.4a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0-3.2z", nil)
        case .tick: ("M0 0h8v8H0z", nil)
        case .triangle: (nil, "M0 8 4 2 8 8")
        case .cross: (nil, "M0 0 8 8M8 0 0 8")
        case .diamond: ("M4 0 8 4 4 8 0 4z", nil)
        case .pause: ("M0 0h3v8H0z", nil)
        case .dash: (nil, nil)
        case .arrow: ("M0 0h8v3H0z", nil)
        }
    }
}

/// The patterns of a page, each once.
struct PatternSheet: Sendable {
    let patterns: [FillPattern]

    init(_ patterns: [FillPattern]) {
        self.patterns = patterns.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    static let sample = PatternSheet([FillPattern(.acting, .disc), FillPattern(.good, .tick)])
}

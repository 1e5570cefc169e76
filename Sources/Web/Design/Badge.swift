// SPDX-License-Identifier: EUPL-1.2

/// A state in one word with a sign: "läuft", "abgeschlossen". Template `Design/badge`.
struct Badge: Sendable {
    let text: String
    let tone: String
    let shapePath: String

    init(_ text: String, tone: Tone, shape: Shape) {
        self.text = text
        self.tone = tone.rawValue
        self.shapePath = shape.path
    }

    static let sample = Badge("läuft", tone: .acting, shape: .disc)
}

/// How a project stands, as its office judges it: light, sign and words. Template `Design/traffic-light`.
struct TrafficLight: Sendable {
    let text: String
    /// Said before the judgement: "Ampel".
    let label: String
    let tone: String
    let shapePath: String

    enum Signal: String, CaseIterable, Sendable {
        case green, yellow, red, unknown
    }

    init(_ signal: Signal, in texts: LocalTexts) {
        label = texts.text("design.traffic-light.label")
        text = texts.text("design.traffic-light.\(signal.rawValue)")
        switch signal {
        case .green: (tone, shapePath) = (Tone.good.rawValue, Shape.tick.path)
        case .yellow: (tone, shapePath) = (Tone.warning.rawValue, Shape.triangle.path)
        case .red: (tone, shapePath) = (Tone.bad.rawValue, Shape.cross.path)
        case .unknown: (tone, shapePath) = (Tone.quiet.rawValue, Shape.dash.path)
        }
    }
}

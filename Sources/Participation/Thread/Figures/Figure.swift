// SPDX-License-Identifier: EUPL-1.2

/// A public number: counted from what is documented here, cited from official sources, or both. Both are shown.
public struct Figure: Equatable, Sendable {
    /// Stable; in the address `/zahlen/KEY` and in the texts.
    public let key: String
    public let family: FigureFamily
    /// What is documented here; null where counting would only say that nothing is documented.
    public let counted: Int64?
    public let unit: FigureUnit
    /// The page that lists what was counted.
    public let list: String?
    /// Official numbers, the newest first.
    public let cited: [OfficialFigure]

    /// The newest official number.
    public var newestCited: OfficialFigure? { cited.first }

    /// Whether the newest official number says something else than the count.
    public var isContradicted: Bool {
        guard let counted, let official = newestCited?.value else { return false }
        return counted != official
    }

    /// Whether the official numbers contradict each other.
    public var citesDiffer: Bool { Set(cited.map(\.value)).count > 1 }
}

/// Whether a figure stands alone or is one of several that count the same by pillar or by state.
public enum FigureFamily: Equatable, Sendable {
    case single
    /// Projects of the pillar with this name.
    case pillar(String)
    /// Projects in this state.
    case projectState(String)
}

public enum FigureUnit: String, Sendable {
    case count, cents
}

/// An official number with who says so and when.
public struct OfficialFigure: Equatable, Sendable {
    public let value: Int64
    /// `über`, `rund` …, as the source has it.
    public let qualifier: String?
    public let asOf: PartialDate?
    /// What the number stood in: a report, a decision, an event of the chronicle.
    public let label: String
    public let sourceURL: String?
}

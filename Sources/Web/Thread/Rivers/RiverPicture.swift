// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A river as a drawing. The table on the same page says everything it shows. Template `Rivers/picture`.
struct RiverPicture: Sendable {
    /// Distinguishes the drawings of a page, and names their form: `wide` flows to the right, `narrow` downwards.
    let form: String
    let title: String
    let description: String
    let width: String
    let height: String
    let stages: [Stage]
    let strands: [Strand]
    let knots: [Knot]

    struct Stage: Sendable {
        let rows: [TextRow]
        /// Where nothing is documented, a broken line across the flow.
        let gap: String?
    }

    struct Strand: Sendable {
        let path: String
        let breadth: String
        /// The mark around a strand that the keyboard has reached.
        let halo: String
        let tone: String
        let isLost: Bool
        /// "14 Ideen: Forum 13 → noch ohne Antwort"
        let label: String
        let link: String?
    }

    struct Knot: Sendable {
        let x: String
        let y: String
        let width: String
        let height: String
        let tone: String
        let isLost: Bool
        let label: String
        let link: String?
        let rows: [TextRow]
        /// A frame around what the page is about.
        let frame: Frame?
    }

    struct Frame: Sendable {
        let x: String
        let y: String
        let width: String
        let height: String
    }

    struct TextRow: Sendable {
        let text: String
        let x: String
        let y: String
        /// Of the style sheet: `strong`, `plain`, `stage` or `gap`.
        let style: String
        let language: String?
    }

    static let sample = RiverPicture(
        form: "wide", title: "Roter Faden", description: "Von links nach rechts.", width: "400", height: "200",
        stages: [
            Stage(
                rows: [TextRow(text: "Ideen", x: "8", y: "16", style: "stage", language: "de")], gap: "M20 30V190")
        ],
        strands: [
            Strand(
                path: "M10 60C50 60 50 60 100 60", breadth: "14", halo: "20", tone: "listening", isLost: true,
                label: "14 Ideen", link: "/ideen")
        ],
        knots: [
            Knot(
                x: "8", y: "50", width: "8", height: "20", tone: "listening", isLost: true, label: "22 Ideen",
                link: "/ideen", rows: [TextRow(text: "22 Ideen", x: "20", y: "60", style: "strong", language: "de")],
                frame: Frame(x: "4", y: "40", width: "150", height: "40"))
        ])
}

/// The same river for wide and for narrow screens; the style sheet shows one of them and hides the other from everyone.
/// Template `Rivers/pictures`.
struct RiverPictures: Sendable {
    let wide: RiverPicture
    let narrow: RiverPicture
    let caption: String

    static let sample = RiverPictures(wide: .sample, narrow: .sample, caption: "Die Breite zeigt die Anzahl.")
}

/// What a river says where it is drawn and listed.
protocol RiverTelling {
    func words(of knot: River.Knot) -> RiverKnotWords
    func words(of strand: River.Strand) -> RiverStrandWords
    /// The headings of all stages; a river of a single matter has none.
    var stages: [RiverStageWords] { get }
}

struct RiverKnotWords: Sendable {
    /// "22 Ideen", "Themenforum 13"
    let strong: String
    /// The same where room is scarce and the stage is named above: "13", "Forum 13".
    var short: String?
    let title: ProgrammeText?
    /// "14 Ideen · 7 Projekte"
    var detail: String?
    let tone: Tone
    let link: String?
    /// The page is about it.
    var isHere = false

    /// All of it in one line.
    var label: String { [strong, title?.text, detail].compactMap { $0 }.joined(separator: ", ") }
    /// What it is called in a table: the title where there is one.
    var name: String { title?.text ?? strong }

    /// The same with its language.
    var wordedName: ProgrammeText { title ?? ProgrammeText(strong) }
}

struct RiverStrandWords: Sendable {
    /// "14 Ideen"
    let amount: String
    let tone: Tone
    let link: String?
}

struct RiverStageWords: Sendable {
    let title: String
    /// Said where nothing of the stage is documented.
    let gap: String?
}

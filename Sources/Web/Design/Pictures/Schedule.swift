// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Times and days on lines below one axis: a line for each project, or for each side of one project. Every line says in
/// words what it draws. Template `Design/schedule`; the page brings the patterns.
struct Schedule: Sendable {
    let groups: [Group]
    let legend: [Sign]

    struct Group: Sendable {
        /// Nil where there is only one.
        let heading: ProgrammeText?
        let ticks: [Tick]
        let today: Today?
        let lines: [Line]
    }

    struct Tick: Equatable, Sendable {
        let label: String
        let x: String
        /// Has a line, but no name on narrow screens.
        let isMinor: Bool
    }

    struct Today: Sendable {
        let x: String
    }

    struct Line: Sendable {
        let title: ProgrammeText
        let link: String?
        let badge: Badge?
        let words: String
        /// All that is drawn, in one sentence.
        let label: String
        let bars: [Bar]
        let marks: [Mark]
    }

    struct Bar: Equatable, Sendable {
        let x: String
        let width: String
        let tone: String
        /// Nil for days that may or may not belong to it.
        let fill: String?
    }

    /// A day, or the middle of a month or year.
    struct Mark: Sendable {
        let x: String
        let tone: String
        let shapePath: String
        let title: String

        init(_ x: Percentage, _ look: StateLook, title: String) {
            self.x = x.text
            self.tone = look.tone.rawValue
            self.shapePath = look.shape.path
            self.title = title
        }
    }

    /// What a pattern or a mark stands for.
    struct Sign: Sendable {
        let tone: String
        let text: String
        let fill: String?
        let shapePath: String?
        /// Drawn with dashes: the days that an inexact date leaves open.
        let isOpen: Bool
        /// The line of today.
        let isToday: Bool

        init(_ pattern: FillPattern, _ text: String) {
            (tone, fill, shapePath, isOpen, isToday) = (pattern.tone, pattern.reference, nil, false, false)
            self.text = text
        }

        init(_ look: StateLook, _ text: String) {
            (tone, fill, shapePath, isOpen, isToday) = (look.tone.rawValue, nil, look.shape.path, false, false)
            self.text = text
        }

        init(open text: String) {
            (tone, fill, shapePath, isOpen, isToday) = (Tone.quiet.rawValue, nil, nil, true, false)
            self.text = text
        }

        init(today text: String) {
            (tone, fill, shapePath, isOpen, isToday) = (Tone.quiet.rawValue, nil, nil, false, true)
            self.text = text
        }
    }

    static let sample: Schedule = {
        let mark = Mark(Percentage(50.0, of: 100), StateLook("milestone.done"), title: "8. Juli 2019: Auftakt")
        let line = Line(
            title: .sample, link: "/projekte/3", badge: .sample, words: "2019 bis 2022", label: "2019 bis 2022, läuft",
            bars: [
                Bar(x: "10%", width: "30%", tone: "acting", fill: "url(#muster-acting-disc)"),
                Bar(x: "40%", width: "5%", tone: "acting", fill: nil),
            ], marks: [mark])
        let group = Group(
            heading: .sample, ticks: [Tick(label: "2019", x: "0%", isMinor: false)],
            today: Today(x: "80%"), lines: [line])
        return Schedule(
            groups: [group],
            legend: [
                Sign(FillPattern(.acting, .disc), "läuft"), Sign(StateLook("milestone.done"), "Meilenstein erreicht"),
                Sign(open: "Tag nicht genau bekannt"), Sign(today: "heute, 23. November 2026"),
            ])
    }()
}

// SPDX-License-Identifier: EUPL-1.2

/// Where something is known from. Template `Design/sources`.
struct SourceList: Sendable {
    let heading: String
    let sources: [Source]

    struct Source: Sendable {
        let title: String
        /// Nil for what stands nowhere online.
        let link: String?
        /// Publisher, date, day of access.
        let details: String?
    }

    static let sample = SourceList(
        heading: "Quellen",
        sources: [
            Source(
                title: "Abschlussbericht der Ruhr-Konferenz", link: "https://www.land.nrw/",
                details: "Staatskanzlei, November 2019, abgerufen am 3. März 2026")
        ])
}

/// A hint beside the running text. Template `Design/notice`.
struct Notice: Sendable {
    let tone: String
    let shapePath: String
    let heading: String?
    let text: String
    let link: String?
    let linkLabel: String?

    init(
        _ text: String, heading: String? = nil, tone: Tone = .quiet, link: String? = nil, linkLabel: String? = nil
    ) {
        self.tone = tone.rawValue
        self.shapePath = (tone == .good ? Shape.tick : tone == .warning || tone == .bad ? .triangle : .diamond).path
        self.heading = heading
        self.text = text
        self.link = link
        self.linkLabel = linkLabel
    }

    static let sample = Notice(
        "Diese Angaben stammen aus dem Jahr 2019.", heading: "Nicht mehr aktuell", tone: .warning,
        link: "/quellen", linkLabel: "Zu den Quellen")
}

/// How far something has come, as a bar and in words. Template `Design/progress`.
struct ProgressBar: Sendable {
    let label: String
    /// "42 von 73 Meilensteinen"
    let text: String
    /// From 0 to 100.
    let percent: String
    let tone: String

    init(label: String, text: String, percent: Int, tone: Tone = .acting) {
        self.label = label
        self.text = text
        self.percent = String(min(max(percent, 0), 100))
        self.tone = tone.rawValue
    }

    static let sample = ProgressBar(label: "Meilensteine", text: "42 von 73 erreicht", percent: 58)
}

// SPDX-License-Identifier: EUPL-1.2

/// A part of a page under its own heading: what is said, listed or shown there. Template `Design/section`.
struct Section: Sendable {
    let heading: String
    /// The language of the heading, where it is not that of the page.
    var headingLanguage: String?
    /// The name by which a link can lead here.
    let anchor: String?
    let paragraphs: [ProgrammeText]
    let progress: ProgressBar?
    let bullets: Bullets?
    let list: List?
    let table: Table?
    /// A hint below, or what is said where there is nothing to list.
    let note: String?
    let more: More?

    struct Bullets: Sendable {
        let label: String?
        let bullets: [Bullet]
    }

    struct Bullet: Sendable {
        let title: String
        let link: String?
        let details: String?
        /// The language of the title, where it is not that of the page.
        let language: String?
        let badge: Badge?

        init(
            _ title: String, link: String? = nil, details: String? = nil, language: String? = nil, badge: Badge? = nil
        ) {
            self.title = title
            self.link = link
            self.details = details
            self.language = language
            self.badge = badge
        }

        init(_ text: ProgrammeText, link: String? = nil, details: String? = nil, badge: Badge? = nil) {
            self.init(text.text, link: link, details: details, language: text.language, badge: badge)
        }
    }

    struct List: Sendable {
        let rows: [ListRow]
    }

    struct More: Sendable {
        let label: String
        let link: String
    }

    init(
        _ heading: String, anchor: String? = nil, paragraphs: [ProgrammeText] = [], progress: ProgressBar? = nil,
        bulletLabel: String? = nil, bullets: [Bullet] = [], rows: [ListRow] = [], table: Table? = nil,
        note: String? = nil, more: More? = nil
    ) {
        self.heading = heading
        self.anchor = anchor
        self.paragraphs = paragraphs
        self.progress = progress
        self.bullets = bullets.isEmpty ? nil : Bullets(label: bulletLabel, bullets: bullets)
        self.list = rows.isEmpty ? nil : List(rows: rows)
        self.table = table
        self.note = note
        self.more = more
    }

    static let sample = Section(
        "Projekte", anchor: "projekte", paragraphs: [.sample], progress: .sample, bulletLabel: "Was man tun kann:",
        bullets: [Bullet("Ideen einreichen", link: "/ideen", details: "bis Mai", language: "de", badge: .sample)],
        rows: [.sample], table: .sample, note: "Mehr ist nicht dokumentiert.",
        more: More(label: "Alle Projekte", link: "/projekte"))
}

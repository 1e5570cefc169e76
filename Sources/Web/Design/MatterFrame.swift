// SPDX-License-Identifier: EUPL-1.2

/// What every page about one matter has around its story: number, title, state, facts, the way to its thread, sources.
/// Templates `Design/matter-head`, `Design/matter-aside` and `Design/matter-foot`.
struct MatterFrame: Sendable {
    /// "Idee 8"
    let kicker: String
    let title: ProgrammeText
    let badges: [Badge]
    /// How well the matter is documented, where that is worth a hint.
    let hint: String?
    let lead: ProgrammeText?
    let notices: [Notice]
    let facts: Facts?
    /// What came before and what came of it, one step each way.
    let excerpt: ThreadExcerpt?
    let note: ProgrammeText?
    let sources: SourceList?
    let crumbs: [Crumb]
    /// The button by which one follows the matter; set by `following`.
    var follow: FollowButton?
    /// How to pass the matter on and to quote it; set by `following`, too.
    var share: ShareBox?
    /// Where the page is reported; nil where the comments below say so. Set by `following`, too.
    var flag: String?

    init(
        kicker: String, title: ProgrammeText, badges: [Badge] = [], hint: String? = nil, lead: ProgrammeText? = nil,
        notices: [Notice] = [], facts: [Facts.Entry] = [], excerpt: ThreadExcerpt? = nil, note: ProgrammeText? = nil,
        sources: SourceList? = nil, crumbs: [Crumb] = []
    ) {
        self.kicker = kicker
        self.title = title
        self.badges = badges
        self.hint = hint
        self.lead = lead
        self.notices = notices
        self.facts = facts.isEmpty ? nil : Facts(entries: facts)
        self.excerpt = excerpt
        self.note = note
        self.sources = sources
        self.crumbs = crumbs
    }

    var head: PageHead {
        PageHead(title: title.text, description: lead?.text, crumbs: crumbs, language: title.language)
    }

    static let sample: MatterFrame = {
        var frame = MatterFrame(
            kicker: "Idee 8", title: .sample, badges: [.sample], hint: "nur aus einer Quelle", lead: .sample,
            notices: [.sample], facts: Facts.sample.entries, excerpt: .sample, note: .sample, sources: .sample,
            crumbs: [Crumb(label: "Ideen", link: "/ideen")])
        frame.follow = .sample
        frame.share = .sample
        frame.flag = "/melden?zu=/ideen/8"
        return frame
    }()
}

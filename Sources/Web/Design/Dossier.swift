// SPDX-License-Identifier: EUPL-1.2

/// Everything about one thing: what it is, its Steckbrief, and parts below. Template `Design/dossier`.
struct Dossier: Sendable {
    /// What kind of thing it is, with the number to quote: "Handlungsfeld 2".
    let kicker: String
    let heading: ProgrammeText
    let lead: ProgrammeText?
    let notice: Notice?
    let lifeLine: LifeLine?
    let facts: Facts?
    let sections: [Section]
    let sources: SourceList?

    init(
        kicker: String, heading: ProgrammeText, lead: ProgrammeText? = nil, notice: Notice? = nil,
        lifeLine: LifeLine? = nil, facts: [Facts.Entry?] = [], sections: [Section], sources: SourceList? = nil
    ) {
        self.kicker = kicker
        self.heading = heading
        self.lead = lead
        self.notice = notice
        self.lifeLine = lifeLine
        let known = facts.compactMap { $0 }
        self.facts = known.isEmpty ? nil : Facts(entries: known)
        self.sections = sections
        self.sources = sources
    }

    static let sample = Dossier(
        kicker: "Handlungsfeld 1", heading: .sample, lead: .sample, notice: .sample, lifeLine: .sample,
        facts: Facts.sample.entries, sections: [.sample], sources: .sample)
}

/// A page that is one dossier.
struct DossierPage: Page {
    static let template = "Design/dossier-page"
    let dossier: Dossier
    let crumbs: [Crumb]
    /// Where the heading alone would not tell this page from another.
    var headTitle: String?
    /// What the page is about, for search engines.
    var thing: Thing?

    var head: PageHead {
        PageHead(
            title: headTitle ?? dossier.heading.text, description: dossier.lead?.text, crumbs: crumbs,
            language: dossier.heading.language, things: [thing].compactMap { $0 })
    }

    static let sample = DossierPage(dossier: .sample, crumbs: [Crumb(label: "Ziele", link: "/ziele")])
}

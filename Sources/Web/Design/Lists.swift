// SPDX-License-Identifier: EUPL-1.2

/// One thing of a list, told in a line: title, a sentence, small facts, a state. Template `Design/row`, inside
/// `<ul class="rows">`.
struct ListRow: Sendable {
    let title: String
    let link: String
    let text: String?
    /// Short facts, shown side by side; each may speak another language than the page.
    let facts: [ProgrammeText]
    let badge: Badge?
    /// What stands at the end of the line, such as an amount.
    let aside: String?
    /// A course over time, beside the words.
    let sparkline: Sparkline?
    /// The language of title and text, where it is not that of the page.
    let language: String?
    /// The language of the text alone, where only the title has a version in the page's language.
    var textLanguage: String?

    /// A line whose facts are words of the interface or names.
    init(
        title: String, link: String, text: String? = nil, facts: [String] = [], badge: Badge? = nil,
        aside: String? = nil, sparkline: Sparkline? = nil, language: String? = nil
    ) {
        self.init(
            title: title, link: link, text: text, worded: facts.map { ProgrammeText($0) }, badge: badge, aside: aside,
            sparkline: sparkline, language: language)
    }

    /// A line some of whose facts are texts of the programme.
    init(
        title: String, link: String, text: String? = nil, worded facts: [ProgrammeText], badge: Badge? = nil,
        aside: String? = nil, sparkline: Sparkline? = nil, language: String? = nil
    ) {
        self.sparkline = sparkline
        self.language = language
        self.textLanguage = language
        self.title = title
        self.link = link
        self.text = text
        self.facts = facts
        self.badge = badge
        self.aside = aside
    }

    static let sample = ListRow(
        title: "Radschnellweg Ruhr", link: "/projekte/3", text: "Von Duisburg nach Hamm, 101 Kilometer.",
        facts: ["Verkehr", "Essen"], badge: .sample, aside: "60,8 Mio. €", sparkline: .sample, language: "de")
}

/// One thing as a card, for a few things side by side. Template `Design/card`, inside `<ul class="cards">`.
struct Card: Sendable {
    /// The small line above the title.
    let kicker: String?
    let title: String
    let link: String
    let text: String?
    let facts: [String]
    let badge: Badge?
    /// The language of title and text, where it is not that of the page.
    var language: String?

    static let sample = Card(
        kicker: "Handlungsfeld", title: "Vernetzte Mobilität", link: "/handlungsfelder/mobilitaet",
        text: "Wege, die nicht an der Stadtgrenze enden.", facts: ["12 Projekte"], badge: .sample,
        language: "de")
}

/// What a page shows when there is nothing to show, with a way on. Template `Design/empty`.
struct EmptyState: Sendable {
    let text: String
    let link: String?
    let linkLabel: String?

    static let sample = EmptyState(
        text: "Zu dieser Auswahl gibt es keine Projekte.", link: "/projekte", linkLabel: "Alle Projekte zeigen")
}

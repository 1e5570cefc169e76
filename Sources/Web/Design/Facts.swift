// SPDX-License-Identifier: EUPL-1.2

/// The Steckbrief: what is known of a thing, term by term. Template `Design/facts`.
struct Facts: Sendable {
    let entries: [Entry]

    struct Entry: Sendable {
        let term: String
        /// What the term means, in plain words; folded away until asked for.
        let explanation: String?
        let values: [Value]

        init(_ term: String, _ values: [Value], explanation: String? = nil) {
            self.term = term
            self.values = values
            self.explanation = explanation
        }

        init(_ term: String, _ text: ProgrammeText, link: String? = nil) {
            self.init(term, [Value(text: text.text, link: link, language: text.language)])
        }

        init(_ term: String, _ text: String, link: String? = nil, explanation: String? = nil) {
            self.init(term, [Value(text: text, link: link)], explanation: explanation)
        }
    }

    struct Value: Sendable {
        let text: String
        let link: String?
        /// The language of the text, where it is not that of the page.
        let language: String?

        init(text: String, link: String?, language: String? = nil) {
            self.text = text
            self.link = link
            self.language = language
        }
    }

    static let sample = Facts(entries: [
        Entry("Federführung", "Ministerium für Verkehr", link: "/ressorts/VM"),
        Entry("Budget", "60,8 Mio. €", explanation: "Bewilligte Landesmittel, ohne Eigenanteile."),
        Entry(
            "Orte",
            [Value(text: "Essen", link: "/kommunen/05113000"), Value(text: "Bochum", link: "/kommunen/05911000")]),
    ])
}

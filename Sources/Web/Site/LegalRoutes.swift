// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// Legal notice, privacy, accessibility, plain and sign language, contact, rules of use.
struct LegalRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        for name in LegalTexts.names {
            table.get(RouterPath(name.path)) { _, context in
                guard let text = try site.legalTexts.text(name.key, in: context.language) else {
                    throw PageFault.notFound
                }
                return try site.render(LegalPage(text, easy: name.key == "leichte-sprache", in: context), in: context)
            }
        }
    }
}

/// One legal text.
struct LegalPage: Page {
    static let template = "Site/legal"
    let heading: String
    let textHTML: String
    /// Said when the text exists in German only.
    let languageNote: String?
    let textLanguage: String
    /// Leichte Sprache is set larger, one sentence a line.
    let isEasy: Bool

    var head: PageHead { PageHead(title: heading) }

    static let sample = LegalPage(
        heading: "Impressum", textHTML: "<p>Wer dieses Portal betreibt.</p>", languageNote: "Only in German.",
        textLanguage: "de", isEasy: true)
}

extension LegalPage {
    init(_ text: LegalTexts.Text, easy: Bool, in context: SiteContext) {
        self.init(
            heading: text.title, textHTML: text.html,
            languageNote: text.language == context.language ? nil : context.text("site.legal.german-only"),
            textLanguage: text.language.rawValue, isEasy: easy)
    }
}

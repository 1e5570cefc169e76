// SPDX-License-Identifier: EUPL-1.2

import Participation

extension SiteContext {
    /// "Projekt 12": the number by which a matter is quoted; only the kind where it has none.
    func quotation(of matter: MatterSummary) -> String {
        guard let number = matter.number else { return word(kind: matter.kind) }
        return text("matters.quotation", ["kind": word(kind: matter.kind), "number": notation.number(number)])
    }

    /// The matter's title, or a word for a matter whose title nobody has documented.
    func title(of matter: MatterSummary, in texts: ProgrammeTexts) -> ProgrammeText {
        guard let title = matter.title else {
            return ProgrammeText(text: text("matters.untitled", ["matter": quotation(of: matter)]), language: nil)
        }
        return texts.title(of: matter.id, or: title)
    }

    func link(to matter: MatterSummary) -> String? {
        MatterPaths.show(matter).map(links.to)
    }

    /// The matter in a line of a list: title, number, day, and how it stands.
    func row(_ matter: MatterSummary, in texts: ProgrammeTexts) -> ListRow {
        let title = title(of: matter, in: texts)
        return ListRow(
            title: title.text, link: link(to: matter) ?? links.to("/"),
            facts: [quotation(of: matter), matter.datedOn.map(notation.date)].compactMap { $0 },
            badge: (matter.outcome ?? matter.state).map { badge(state: $0) }, language: title.language)
    }

    /// A part of a page that lists matters, or says that there are none.
    func section(
        _ heading: String, _ matters: [MatterSummary], in texts: ProgrammeTexts, none: String,
        more: Section.More? = nil
    ) -> Section {
        Section(
            heading, rows: matters.map { row($0, in: texts) }, note: matters.isEmpty ? none : nil,
            more: matters.isEmpty ? nil : more)
    }

    /// A term of the Steckbrief; what is unknown says so.
    func fact(_ key: String, _ value: String?, link: String? = nil) -> Facts.Entry {
        Facts.Entry(text(key), value ?? text("design.unknown"), link: link)
    }

    /// How well the thing is documented, for the Steckbrief; nil where it is documented well.
    func confidenceFact(_ confidence: Confidence?) -> Facts.Entry? {
        hint(confidence: confidence).map { Facts.Entry(text("matters.confidence"), $0) }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One notice in words, made from its kind and its matter when it is read. Template `Notices/row`.
struct NoticeRow: Sendable {
    /// "Die Idee hat eine Antwort bekommen"
    let happening: String
    let title: ProgrammeText
    let link: String?
    /// "Idee 8 · 5. November 2026, 10:00 Uhr"
    let about: String
    /// Why one hears of it, where it happened to something else than what one follows.
    let because: String?
    /// The word "Neu"; nil once it was read.
    let new: String?

    static let sample = NoticeRow(
        happening: "Das Projekt hat begonnen", title: .sample, link: "/projekte/3",
        about: "Projekt 3 · 5. November 2026, 10:00 Uhr", because: "Sie verfolgen: Idee 8", new: "Neu")
}

extension NoticeRow {
    init(_ notice: ReceivedNotice, _ texts: ProgrammeTexts, in context: SiteContext) {
        let because = notice.followed.id == notice.matter.id ? nil : context.reference(to: notice.followed, in: texts)
        self.init(
            happening: context.happening(notice.kind), title: context.title(of: notice.matter, in: texts),
            link: context.link(to: notice.matter),
            about: [context.quotation(of: notice.matter), context.moment(notice.occurredAt)].joined(separator: " · "),
            because: because.map { context.text("notices.because", ["matter": $0]) },
            new: notice.isRead ? nil : context.text("notices.news.new"))
    }
}

extension SiteContext {
    /// "Die Idee hat eine Antwort bekommen"
    func happening(_ kind: NoticeKind) -> String {
        text("notices.kinds.\(kind.rawValue.replacing("_", with: "-"))")
    }

    /// "Idee 8 „Mehr Nachtbusse“"
    func reference(to matter: MatterSummary, in texts: ProgrammeTexts) -> String {
        guard matter.title != nil else { return quotation(of: matter) }
        let title = ThreadWording.shortened(title(of: matter, in: texts).text, to: 80)
        return text("notices.reference", ["matter": quotation(of: matter), "title": title])
    }
}

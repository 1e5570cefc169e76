// SPDX-License-Identifier: EUPL-1.2

import Participation

/// One remark as it is read. Template `Remarks/remark`.
struct RemarkLine: Sendable {
    let anchor: String
    let link: String
    /// "Kommentar 12", for the permanent link.
    let name: String
    /// Who, when: "Pflegekraft aus Neuenfeld · 16. März 2023".
    let about: String
    /// The office in whose name it was written.
    let office: String?
    let text: ProgrammeText?
    /// Said in place of the text when moderation has hidden it, or its author has taken it back.
    let hidden: String?
    let answer: String?

    static let sample = RemarkLine(
        anchor: "kommentar-1", link: "/kommentare/1", name: "Kommentar 1", about: "Gast · 16. März 2023",
        office: "Referat Bus und Bahn", text: .sample, hidden: "Ausgeblendet: Werbung.",
        answer: "/kommentare/neu?antwort=1")

    init(
        anchor: String, link: String, name: String, about: String, office: String?, text: ProgrammeText?,
        hidden: String?, answer: String?
    ) {
        self.anchor = anchor
        self.link = link
        self.name = name
        self.about = about
        self.office = office
        self.text = text
        self.hidden = hidden
        self.answer = answer
    }

    init(_ remark: Remark, canBeAnswered: Bool, _ texts: ProgrammeTexts, in context: SiteContext) {
        let isReadable = remark.text != nil
        let author = isReadable ? remark.authorLabel ?? context.text("remarks.guest") : nil
        self.init(
            anchor: "kommentar-\(remark.number)", link: context.links.to(RemarkPaths.show(remark.number)),
            name: context.text("remarks.name", ["number": context.notation.number(remark.number)]),
            about: [author, remark.writtenOn.map { context.notation.date($0) }].compactMap { $0 }
                .joined(separator: " · "),
            office: isReadable ? remark.office : nil, text: remark.text.map { texts.original($0) },
            hidden: Self.hidden(remark, in: context),
            answer: canBeAnswered && isReadable
                ? context.links.to(RemarkPaths.new, [RemarkPaths.answerField: String(remark.number)]) : nil)
    }

    private static func hidden(_ remark: Remark, in context: SiteContext) -> String? {
        if remark.isHidden {
            guard let reason = remark.hiddenReason else { return context.text("remarks.hidden") }
            return context.text("remarks.hidden-because", ["reason": reason])
        }
        return remark.isWithdrawn ? context.text("remarks.withdrawn") : nil
    }
}

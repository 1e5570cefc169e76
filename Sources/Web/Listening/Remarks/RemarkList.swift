// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// What people said about a matter. Template `Remarks/list`.
struct RemarkList: Sendable {
    let heading: String
    let remarks: [Line]

    struct Line: Sendable {
        let anchor: String
        /// Who, when: "Pflegekraft aus Neuenfeld · 16. März 2023".
        let about: String
        let text: ProgrammeText?
        /// Said in place of the text when moderation has hidden it.
        let hidden: String?
    }

    static let sample = RemarkList(
        heading: "2 Kommentare",
        remarks: [
            Line(anchor: "kommentar-1", about: "Gast · 16. März 2023", text: .sample, hidden: "Ausgeblendet: Werbung.")
        ])

    /// Nil where nobody has said anything.
    static func load(
        on matter: String, in programme: String, _ texts: ProgrammeTexts, _ context: SiteContext, _ db: Connection
    ) throws -> RemarkList? {
        let remarks = try Remark.list(on: matter, in: programme, db)
        guard !remarks.isEmpty else { return nil }
        return RemarkList(
            heading: context.text("remarks.heading", count: remarks.count),
            remarks: remarks.map { Line($0, texts, in: context) })
    }
}

extension RemarkList.Line {
    fileprivate init(_ remark: Remark, _ texts: ProgrammeTexts, in context: SiteContext) {
        anchor = "kommentar-\(remark.number)"
        let author = remark.isHidden ? nil : remark.authorLabel ?? context.text("remarks.guest")
        about = [author, remark.writtenOn.map { context.notation.date($0) }].compactMap { $0 }.joined(separator: " · ")
        text = remark.text.map { texts.original($0) }
        hidden = remark.isHidden ? Self.reason(remark.hiddenReason, in: context) : nil
    }

    private static func reason(_ reason: String?, in context: SiteContext) -> String {
        guard let reason else { return context.text("remarks.hidden") }
        return context.text("remarks.hidden-because", ["reason": reason])
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension CataloguePage {
    /// `/kommentare`: everything that was said, whatever it is about.
    static func remarks(
        _ filter: Remark.Filter, _ order: Remark.Order, _ page: ListPage, in programme: String,
        _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let found = try Remark.list(filter, order, page, in: programme, db)
        let mentions = try Mentions.load(found.rows.map(\.matterID), programme, context, db)
        let heading = context.text("remarks.list.heading")
        let kinds = Remark.subjects.map { ($0.rawValue, context.word(kind: $0)) }
        let form = FilterForm(
            RemarkPaths.list,
            [
                FilterForm.choice("art", label: context.text("remarks.list.kind"), kinds, in: context),
                FilterForm.choice(
                    "von", label: context.text("remarks.list.author"),
                    [(Remark.Filter.offices, context.text("remarks.list.offices"))], in: context),
            ], keeping: ["sortierung"], in: context)
        return CataloguePage(
            heading: heading, lead: context.text("remarks.list.lead"),
            count: context.text("remarks.heading", count: found.total), filter: form,
            sort: SortBar(
                RemarkPaths.list,
                orders: Remark.Order.allCases.map { ($0.rawValue, context.text("remarks.sort.\($0.rawValue)")) },
                in: context),
            rows: found.rows.map { ListRow($0, mentions, in: context) },
            empty: found.total > 0
                ? nil : EmptyState(of: "remarks", path: RemarkPaths.list, filter: form, in: context),
            pager: try Pager(page: page.number, of: found.total, path: RemarkPaths.list, in: context),
            downloads: found.total > 0 ? Downloads(of: RemarkPaths.list, heading: heading, in: context) : nil)
    }
}

extension Remark.Filter {
    /// The value of the filter that shows only what offices wrote.
    static let offices = "stellen"

    /// `?art=idea&von=stellen`
    init(_ query: Query) throws(PageFault) {
        self.init()
        kind = try query.choice("art", among: Remark.subjects.map(\.rawValue)).flatMap { MatterKind(rawValue: $0) }
        isOfficial = try query.choice("von", among: [Self.offices]) != nil
    }
}

extension Remark.Order {
    init(_ query: Query) throws(PageFault) {
        self = try query.choice("sortierung", as: Remark.Order.self) ?? .newest
    }
}

extension ListRow {
    /// A remark in a line: what it is about and how it begins.
    fileprivate init(_ remark: Remark, _ mentions: Mentions, in context: SiteContext) {
        let subject = mentions.title(remark.matterID)
        let text = mentions.texts.original(remark.text ?? "")
        let facts: [String?] = [
            remark.office ?? remark.authorLabel ?? context.text("remarks.guest"),
            remark.writtenOn.map { context.notation.date($0) },
        ]
        self.init(
            title: context.text("remarks.name", ["number": context.notation.number(remark.number)]),
            link: context.links.to(RemarkPaths.show(remark.number)), text: IdeaText.excerpt(text.text),
            worded: facts.compactMap { $0.map { ProgrammeText($0) } } + [subject].compactMap { $0 })
        textLanguage = text.language
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The synopsis: every point that was made in a consultation, by proposal, with the answer once it is published.
struct SynopsisPage: Page {
    static let template = "Consultations/synopsis"
    let heading: String
    let title: ProgrammeText
    let lead: String
    let count: String
    let filter: FilterForm
    let groups: [Group]
    let empty: EmptyState?
    let pager: Pager?
    let downloads: Downloads?
    let crumbs: [Crumb]

    struct Group: Sendable {
        let title: ProgrammeText
        let link: String?
        let points: [PointCard]
    }

    var head: PageHead {
        PageHead(
            title: heading, description: lead, crumbs: crumbs, formats: downloads?.formats ?? [])
    }

    static let sample = SynopsisPage(
        heading: "Synopse", title: .sample, lead: "Alle Punkte.", count: "40 Punkte", filter: .sample,
        groups: [Group(title: .sample, link: "/vorschlaege/1", points: [.sample])], empty: .sample, pager: .sample,
        downloads: .sample, crumbs: [Crumb(label: "Beteiligungen", link: "/beteiligungen")])
}

extension SynopsisPage {
    static func load(
        _ consultation: Consultation, _ filter: Point.Filter, _ page: ListPage, in programme: String,
        _ context: SiteContext, _ db: Connection
    ) throws -> SynopsisPage {
        let found = try Point.list(filter, page, in: programme, db)
        let proposals = try Consultation.proposals(of: consultation.id, db)
        let mentions = try Mentions.load(
            [consultation.id] + proposals + found.rows.map(\.proposalID), programme, context, db)
        let numbers = proposals.compactMap { mentions.matter($0)?.number }
        _ = try context.query.choice("vorschlag", among: numbers.map(String.init))
        let wording = try PointWording.load(found.rows, mentions, context, db)
        let path = "/beteiligungen/\(consultation.number)/synopse"
        let form = FilterForm(path, fields(proposals, mentions, in: context), in: context)
        let title = mentions.texts.text("title", of: consultation.id, or: consultation.title)
        return SynopsisPage(
            heading: context.text("consultations.synopsis.heading"), title: title,
            lead: context.text("consultations.synopsis.lead"),
            count: context.text("statements.points", count: found.total), filter: form,
            groups: groups(found.rows, wording),
            empty: found.total > 0
                ? nil : EmptyState(of: "consultations.synopsis", path: path, filter: form, in: context),
            pager: try Pager(page: page.number, of: found.total, path: path, in: context),
            downloads: found.total > 0
                ? Downloads(of: path, heading: context.text("consultations.synopsis.heading"), in: context) : nil,
            crumbs: [
                Crumb(label: context.text("site.navigation.consultations"), link: context.links.to("/beteiligungen")),
                Crumb(
                    label: title.text, link: context.links.to("/beteiligungen/\(consultation.number)"),
                    language: title.language),
            ])
    }

    private static func fields(
        _ proposals: [String], _ mentions: Mentions, in context: SiteContext
    ) -> [FilterForm.Field] {
        let options = proposals.compactMap { id in
            mentions.matter(id)?.number.map { number in
                let title = mentions.title(id) ?? ProgrammeText("")
                return (String(number), title.replacing("\(number) · \(title.text)"))
            }
        }
        let outcomes = PointOutcome.allCases.map { ($0.rawValue.asAddressWord, context.word(state: $0.rawValue)) }
        let open = (Point.Filter.open, context.text("consultations.synopsis.open"))
        let kinds = PointKind.allCases.map { ($0.rawValue, context.word(.pointKind, $0.rawValue)) }
        return [
            FilterForm.choice(
                "vorschlag", label: context.text("consultations.filter.proposal"), texts: options, in: context),
            FilterForm.choice(
                "ergebnis", label: context.text("consultations.filter.outcome"), outcomes + [open], in: context),
            FilterForm.choice("art", label: context.text("consultations.filter.kind"), kinds, in: context),
        ]
    }

    /// The points come in the order of their proposals.
    private static func groups(_ points: [Point], _ wording: PointWording) -> [Group] {
        var groups: [Group] = []
        var previous: Point?
        for point in points {
            let card = wording.card(point, isAlone: false)
            if let previous, previous.proposalID == point.proposalID, let last = groups.popLast() {
                groups.append(Group(title: last.title, link: last.link, points: last.points + [card]))
            } else {
                let general = ProgrammeText(
                    text: wording.context.text("consultations.synopsis.general"), language: nil)
                groups.append(
                    Group(
                        title: wording.mentions.title(point.proposalID) ?? general,
                        link: wording.mentions.link(point.proposalID, in: wording.context), points: [card]))
            }
            previous = point
        }
        return groups
    }
}

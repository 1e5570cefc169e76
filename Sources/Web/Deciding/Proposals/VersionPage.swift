// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One version of a proposal, all its versions, and what changed since the one before.
struct VersionPage: Page {
    static let template = "Proposals/version"
    let kicker: String
    let title: ProgrammeText
    let text: ProposalText
    let versions: [VersionLink]
    /// Nil for the first version.
    let comparison: Comparison?
    let crumbs: [Crumb]

    struct VersionLink: Sendable {
        let label: String
        let link: String
        let isCurrent: Bool
    }

    struct Comparison: Sendable {
        let heading: String
        /// "3 Absätze geändert, 1 neu, 0 gestrichen"
        let summary: String
        let paragraphs: [Changed]
    }

    /// A paragraph with what changed in it.
    struct Changed: Sendable {
        let label: String
        /// "geändert", "neu", "gestrichen", "unverändert"
        let state: String
        let language: String?
        let runs: [DiffRun]
        let causes: Causes?
    }

    /// Why a paragraph changed, as far as that is public.
    struct Causes: Sendable {
        let causes: [Cause]
    }

    struct Cause: Sendable {
        let label: String
        let link: String?
    }

    var head: PageHead { PageHead(title: "\(title.text), \(text.heading)", crumbs: crumbs) }

    static let sample = VersionPage(
        kicker: "Vorschlag 1", title: .sample, text: .sample,
        versions: [VersionLink(label: "Fassung 1", link: "/vorschlaege/1/fassungen/1", isCurrent: true)],
        comparison: Comparison(
            heading: "Was sich geändert hat", summary: "1 Absatz geändert",
            paragraphs: [
                Changed(
                    label: "Absatz 2", state: "geändert", language: "de", runs: [.sample],
                    causes: Causes(causes: [Cause(label: "Punkt 12.3, Jugendrat", link: "/stellungnahmen/12#punkt-3")]))
            ]),
        crumbs: [Crumb(label: "Vorschläge", link: "/vorschlaege")])
}

extension VersionPage {
    /// Nil when the proposal has no such version.
    init?(
        _ number: Int64, of proposal: Proposal, _ all: [Proposal.Version], in programme: String,
        _ context: SiteContext, _ db: Connection
    ) throws {
        guard let version = all.first(where: { $0.number == number }) else { return nil }
        let texts = try ProgrammeTexts(for: context.language, of: [proposal.id], in: programme, db)
        let path = "/vorschlaege/\(proposal.number)"
        kicker = context.text("proposals.number", ["number": context.notation.number(proposal.number)])
        title = texts.text("title", of: proposal.id, or: proposal.title)
        text = ProposalText(version, texts, in: context)
        versions = all.map { other in
            VersionLink(
                label: context.text("proposals.version", ["number": String(other.number)]),
                link: context.links.to("\(path)/fassungen/\(other.number)"), isCurrent: other.number == number)
        }
        let traces = try RevisionTrace.list(of: proposal.id, db).filter { $0.version == number }
        comparison = all.last { $0.number < number }.map { earlier in
            Comparison(VersionChange(from: earlier, to: version), traces, since: earlier, texts, in: context)
        }
        crumbs = [
            Crumb(label: context.text("site.navigation.proposals"), link: context.links.to("/vorschlaege")),
            Crumb(label: title.text, link: context.links.to(path), language: title.language),
        ]
    }
}

extension VersionPage.Comparison {
    fileprivate init(
        _ change: VersionChange, _ traces: [RevisionTrace], since earlier: Proposal.Version, _ texts: ProgrammeTexts,
        in context: SiteContext
    ) {
        heading = context.text("proposals.diff.heading", ["number": String(earlier.number)])
        let counts = VersionChange.Kind.allCases.filter { $0 != .unchanged }.compactMap { kind -> String? in
            let count = change.paragraphs.count { $0.kind == kind }
            return count == 0 ? nil : context.text("proposals.diff.count.\(kind.rawValue)", count: count)
        }
        summary = counts.isEmpty ? context.text("proposals.diff.none") : counts.joined(separator: ", ")
        paragraphs = change.paragraphs.map { paragraph in
            VersionPage.Changed(
                label: context.text("proposals.paragraph", ["label": paragraph.label]),
                state: context.text("proposals.diff.kind.\(paragraph.kind.rawValue)"),
                language: texts.original("").language, runs: paragraph.runs.map(DiffRun.init),
                causes: VersionPage.Causes(traces.filter { $0.lineage == paragraph.lineage }, in: context))
        }
    }
}

extension VersionPage.Causes {
    fileprivate init?(_ traces: [RevisionTrace], in context: SiteContext) {
        guard !traces.isEmpty else { return nil }
        causes = traces.map { trace in
            guard let cause = trace.cause else {
                return VersionPage.Cause(label: context.text("revision.because-editorial"), link: nil)
            }
            return VersionPage.Cause(
                label: "\(cause.place.text) \(cause.sender)",
                link: context.links.to("/stellungnahmen/\(cause.place.statement)") + "#punkt-\(cause.place.position)")
        }
    }
}

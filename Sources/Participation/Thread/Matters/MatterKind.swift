// SPDX-License-Identifier: EUPL-1.2

/// The kinds of matter; the table `matter_kind` holds the same set.
public enum MatterKind: String, CaseIterable, Sendable {
    case programme, phase, pillar, field, goal, indicator, district, municipality, ministry, organisation, office, board
    case document
    case textVersion = "text_version"
    case forum, activity, event, idea, remark
    case consultation, proposal, statement, point, sitting, paper, decision
    case project, milestone, report, funding, call, application
    case timelineEntry = "timeline_entry"
    case statusReport = "status_report"
    case lesson, duty, link
}

/// A matter named by kind and package key, written `kind/key`.
public struct MatterReference: Hashable, Sendable {
    public let kind: MatterKind
    public let key: String

    public init(_ kind: MatterKind, _ key: String) {
        self.kind = kind
        self.key = key
    }

    init?(text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = MatterKind(rawValue: String(parts[0])), !parts[1].isEmpty else { return nil }
        self.init(kind, String(parts[1]))
    }

    var text: String { "\(kind.rawValue)/\(key)" }

    /// The id of a matter, which follows from its programme's slug, its kind and its key.
    func identifier(in slug: String) -> String { String(Digest.make("\(slug)\n\(text)").prefix(32)) }
}

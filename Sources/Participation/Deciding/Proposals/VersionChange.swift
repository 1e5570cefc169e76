// SPDX-License-Identifier: EUPL-1.2

/// What changed from one version of a proposal to another, paragraph by paragraph, found by their lineage.
public struct VersionChange: Equatable, Sendable {
    /// In the order of the new version; what was taken out stands where it stood before.
    public let paragraphs: [Paragraph]

    public struct Paragraph: Equatable, Sendable {
        /// The label in the new version, or in the old one for what was taken out.
        public let label: String
        public let lineage: String
        public let kind: Kind
        public let runs: [WordDiff.Run]
    }

    public enum Kind: String, CaseIterable, Sendable {
        case changed, added, removed, unchanged
    }

    public init(from old: Proposal.Version, to new: Proposal.Version) {
        var paragraphs: [Paragraph] = []
        var removed = old.paragraphs.filter { paragraph in
            !new.paragraphs.contains { $0.lineage == paragraph.lineage }
        }
        for paragraph in new.paragraphs {
            let index = old.paragraphs.firstIndex { $0.lineage == paragraph.lineage }
            let before = index.map { old.paragraphs[$0] }
            while let index, let gone = removed.first, Self.place(of: gone, in: old) < index {
                paragraphs.append(Self.removed(removed.removeFirst()))
            }
            paragraphs.append(Self.paragraph(paragraph, before: before))
        }
        self.paragraphs = paragraphs + removed.map(Self.removed)
    }

    private static func place(of paragraph: Proposal.Paragraph, in version: Proposal.Version) -> Int {
        version.paragraphs.firstIndex { $0.lineage == paragraph.lineage } ?? version.paragraphs.count
    }

    private static func removed(_ paragraph: Proposal.Paragraph) -> Paragraph {
        Paragraph(
            label: paragraph.label, lineage: paragraph.lineage, kind: .removed,
            runs: [WordDiff.Run(kind: .removed, text: paragraph.text)])
    }

    private static func paragraph(_ paragraph: Proposal.Paragraph, before: Proposal.Paragraph?) -> Paragraph {
        guard let before else {
            return Paragraph(
                label: paragraph.label, lineage: paragraph.lineage, kind: .added,
                runs: [WordDiff.Run(kind: .added, text: paragraph.text)])
        }
        return Paragraph(
            label: paragraph.label, lineage: paragraph.lineage,
            kind: before.text == paragraph.text ? .unchanged : .changed,
            runs: WordDiff.runs(from: before.text, to: paragraph.text))
    }
}

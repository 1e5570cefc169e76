// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct VersionChangeTests {
    @Test func `paragraphs are found by their lineage, not by their label`() {
        let change = VersionChange(
            from: Self.version(1, [("a1", "1", "Eins."), ("a2", "2", "Zwei."), ("a3", "3", "Drei.")]),
            to: Self.version(2, [("a1", "1", "Eins."), ("a9", "2", "Ganz neu."), ("a3", "3", "Drei mehr.")]))
        #expect(change.paragraphs.map(\.kind) == [.unchanged, .added, .removed, .changed])
        #expect(change.paragraphs.map(\.label) == ["1", "2", "2", "3"])
    }

    @Test func `what stood at the end and is gone stands at the end`() {
        let change = VersionChange(
            from: Self.version(1, [("a1", "1", "Eins."), ("a2", "2", "Zwei.")]),
            to: Self.version(2, [("a1", "1", "Eins.")]))
        #expect(change.paragraphs.map(\.kind) == [.unchanged, .removed])
    }

    private static func version(
        _ number: Int64, _ paragraphs: [(lineage: String, label: String, text: String)]
    ) -> Proposal.Version {
        Proposal.Version(
            id: "v\(number)", number: number, publishedOn: nil, changeNote: nil,
            paragraphs: paragraphs.map {
                Proposal.Paragraph(lineage: $0.lineage, label: $0.label, text: $0.text)
            })
    }
}

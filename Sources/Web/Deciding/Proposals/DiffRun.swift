// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A run of words that were kept, taken out or put in; one of the three is there. Template `Proposals/diff`.
struct DiffRun: Sendable {
    let kept: String?
    let removed: String?
    let added: String?

    init(_ run: WordDiff.Run) {
        kept = run.kind == .kept ? run.text : nil
        removed = run.kind == .removed ? run.text : nil
        added = run.kind == .added ? run.text : nil
    }

    private init(kept: String?, removed: String?, added: String?) {
        self.kept = kept
        self.removed = removed
        self.added = added
    }

    static let sample = DiffRun(kept: "täglich ", removed: "von 6 bis 20 Uhr", added: "von 5 bis 23 Uhr")
}

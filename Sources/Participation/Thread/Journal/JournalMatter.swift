// SPDX-License-Identifier: EUPL-1.2

extension JournalListing {
    /// The matter the entry is about, as far as the listing knows it; nil once it is gone.
    public var matter: MatterSummary? {
        guard let kind, let matterKey else { return nil }
        return MatterSummary(
            id: "", kind: kind, key: matterKey, number: matterNumber, title: nil, state: nil, outcome: nil,
            datedOn: nil)
    }
}

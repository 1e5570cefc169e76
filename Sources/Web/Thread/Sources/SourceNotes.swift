// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation

extension SourceList {
    /// "Quelle 1, Quelle 2 …", each with the name of its host; nil where no source is documented.
    init?(_ sources: [Participation.Source], in context: SiteContext) {
        guard !sources.isEmpty else { return nil }
        heading = context.text("sources.notes.heading")
        self.sources = sources.enumerated().map { index, source in
            SourceList.Source(
                title: context.text("sources.notes.name", ["number": context.notation.number(index + 1)]),
                link: SourceAddress(source.url).link, details: SourceAddress(source.url).host)
        }
    }
}

/// The address of a source as it may be shown: a link for web addresses alone, and the host as its name.
struct SourceAddress: Sendable {
    let link: String?
    /// `www.ruhr-konferenz.nrw`; nil for an address that names none.
    let host: String?

    init(_ url: String) {
        let components = URLComponents(string: url)
        let isOnTheWeb = ["https", "http"].contains(components?.scheme?.lowercased())
        link = isOnTheWeb ? url : nil
        host = isOnTheWeb ? components?.host.flatMap { $0.isEmpty ? nil : $0 } : nil
    }
}

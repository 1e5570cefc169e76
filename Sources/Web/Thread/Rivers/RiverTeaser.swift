// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The programme's river on the start page: each stage as a whole, and what ended. Template `Rivers/teaser`.
struct RiverTeaser: Sendable {
    let sentences: [ProgrammeText]
    let pictures: RiverPictures
    /// The river in full.
    let link: String

    static let sample = RiverTeaser(sentences: [.sample], pictures: .sample, link: "/faden")
}

extension RiverTeaser {
    /// Nil where nothing flows.
    init?(_ view: RiverView, _ texts: ProgrammeTexts, in context: SiteContext) {
        guard !view.programmeRiver.river.strands.isEmpty else { return nil }
        let wording = RiverWording(view, texts, in: context)
        sentences = RiverStory(wording: wording).sentences
        pictures = RiverPictures(of: view, wide: .small, wording)
        link = context.links.to("/faden")
    }
}

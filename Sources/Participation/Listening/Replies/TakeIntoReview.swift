// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody begins to look at an idea, and whoever handed it in can see that.
public struct TakeIntoReview: Sendable {
    private let seen: SeenIdea

    public init(_ seen: SeenIdea) {
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.review, on: seen, as: visitor, at: now, in: db)
        let step = handling.step(.inReview)
        try handling.writing.change(IdeaRecord.self, handling.file.id) { idea in
            idea.state = .inReview
            idea.history.append(step)
        }
        try handling.tell(.ideaInReview)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A second person confirms what was taken down. From then on nobody can change it; what turns out to be wrong is put
/// right by a new decision.
public struct ConfirmResults: Sendable {
    private let number: Int64
    private let programme: String
    private let revision: String?

    /// - Parameter revision: what was on the screen, so that nobody confirms what they have not read
    public init(_ number: Int64, in programme: String, revision: String?) {
        self.number = number
        self.programme = programme
        self.revision = revision
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            guard paper.state != .decided, paper.state != .published else { return .refused("paper-is-decided") }
            guard paper.awaitsConfirmation else { return .refused("nothing-to-confirm") }
            return visitor.mayConfirm(recordedBy: paper.recordedBy, in: paper.programme)
        }
        let confirmer = try visitor.person(if: .allowed).actor
        try writing.change(revision: revision ?? "") { record in
            record.state = .decided
            record.confirmedBy = confirmer
        }
    }
}

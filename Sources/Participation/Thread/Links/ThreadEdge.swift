// SPDX-License-Identifier: EUPL-1.2

/// One step along the thread, from the earlier matter to the later one.
public struct ThreadEdge: Equatable, Sendable {
    public let from: String
    public let to: String
    public let kind: LinkKind
    public let effectiveOn: PartialDate?
    public let confidence: Confidence?
    public let note: String?
}

/// Which way the thread is followed: back to where something came from, or on to what became of it.
public enum ThreadDirection: Sendable {
    case origins, results
}

extension ThreadEdge {
    /// The end that is nearer to where the walk began.
    func near(_ direction: ThreadDirection) -> String { direction == .origins ? to : from }
    func far(_ direction: ThreadDirection) -> String { direction == .origins ? from : to }
}

/// An edge as a walk meets it: with the kind of the matter at its far end, and with how many of that kind hang on the
/// near end in the same way.
struct ThreadNeighbour: Equatable, Sendable {
    let edge: ThreadEdge
    let farKind: MatterKind
    let count: Int64
}

extension MatterKind {
    /// Very much meets here that has nothing to do with each other. A walk may begin or end here, but does not pass.
    var isCrossroads: Bool { [.forum, .consultation, .statement].contains(self) }

    /// It is told on the page of the matter it belongs to; more than a few of it become a number on the thread.
    var isDetail: Bool { self == .milestone || self == .report }
}

// SPDX-License-Identifier: EUPL-1.2

/// Somebody else has changed meanwhile what a form was made of. Nothing is written.
public struct Outdated: Error, Equatable, Sendable {
    /// What the other one wrote, field by field, so that nothing is lost; empty where the page reads it anew.
    public let theirs: [Field]
    /// The revision on which the next saving is based; nil where the page reads it anew.
    public let revision: Int64?

    public struct Field: Equatable, Sendable {
        public let field: String
        public let text: String
    }

    public init(theirs: [Field] = [], revision: Int64? = nil) {
        self.theirs = theirs
        self.revision = revision
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody chooses how notices reach them by mail.
public struct ChooseDelivery: Sendable {
    private let choice: String?

    /// - Parameter choice: what was typed: a case of `NoticeDelivery`
    public init(_ choice: String?) {
        self.choice = choice
    }

    /// The field of the form.
    public static let field = "zustellung"

    /// - Throws: `InvalidForm` for anything that is no choice
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        guard let delivery = choice.flatMap(NoticeDelivery.init) else {
            throw InvalidForm([.init(Self.field, "unknown-choice")])
        }
        try delivery.set(for: person.id, at: now, in: db)
    }
}

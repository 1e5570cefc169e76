// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody reports something public, with an account or without.
public struct FileFlag: Sendable {
    private let form: FlagForm
    private let matter: MatterSummary

    public init(_ form: FlagForm, about matter: MatterSummary) {
        self.form = form
        self.matter = matter
    }

    /// - Parameter compose: writes the receipt
    public func run(
        as visitor: Visitor, in programme: String, at now: Moment, _ db: Connection, compose: () throws -> Letter
    ) throws {
        let (reason, text, email) = try form.validated()
        let flag = FiledFlag(
            id: Digest.random(bytes: 16), matter: matter.id, reason: reason, text: text, person: visitor.person?.id,
            email: email ?? visitor.person?.email, language: form.language, createdAt: now.text)
        try flag.insert(in: programme, db)
        guard let address = flag.email else { return }
        try PostMail(
            to: address, try compose(), cause: "flag_receipt", language: flag.language, person: flag.person,
            programme: programme
        ).run(at: now, in: db)
    }
}

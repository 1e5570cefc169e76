// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A person changes what is known about them.
public struct ChangeProfile: Sendable {
    private let form: ProfileForm
    private let programme: String

    /// - Parameter programme: the programme whose municipalities could be chosen
    public init(_ form: ProfileForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayUseOwnArea)
        let known = try Municipality.choices(in: programme, db).map(\.ags) + [person.municipality].compactMap { $0 }
        let profile = try form.validated(municipalities: known)
        try Person.update(person.id, profile, in: db)
    }
}

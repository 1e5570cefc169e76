// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Connection {
    /// What was counted over the public matters of a programme; counted again only after the journal has gone on.
    ///
    /// Nothing public changes without a journal entry, whichever process writes it, so that the last entry's digest
    /// tells whether a count still holds. Only for what follows from matters and links alone: supports, for one, are
    /// not journalled singly.
    ///
    /// - Parameter name: what is counted, with all that it is narrowed to
    func counted<Value: Sendable>(
        _ name: String, in programme: String, _ count: () throws -> Value
    ) throws -> Value {
        try kept("\(programme) \(name)", stamp: { try JournalListing.head(in: self)?.digest ?? "" }, make: count)
    }
}

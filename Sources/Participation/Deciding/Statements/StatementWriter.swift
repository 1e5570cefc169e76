// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody who writes a statement for a party: with an account and a role, or with a key that was mailed.
public struct StatementWriter: Equatable, Sendable {
    public let party: StatementParty
    /// Nil for somebody without an account.
    let person: String?
    /// What the journal names.
    let actor: String
    let recipient: EmailAddress?
    let language: String

    /// In whose name a visitor may answer here, those with an invitation first.
    public static func all(
        for visitor: Visitor, in rules: ConsultationRules, _ db: Connection
    ) throws -> [StatementWriter] {
        guard let person = visitor.person else { return [] }
        var parties = try StatementParty.represented(by: visitor, in: rules.programme, db)
        if rules.isOpenToAll {
            parties = [StatementParty(.person, id: person.id, name: person.displayName)]
        }
        return (parties.filter(rules.isInvited) + parties.filter { !rules.isInvited($0) }).map { party in
            StatementWriter(
                party: party, person: person.id, actor: person.actor ?? JournalEntry.system, recipient: person.email,
                language: person.language)
        }
    }
}

extension ConsultationRules {
    /// Whether a party may write, hand in and take back now, by the clock of the server.
    public func mayAnswer(_ party: StatementParty, at now: Moment) -> Permission {
        guard isInvited(party) else { return .refused("not-invited") }
        return switch time(for: party, at: now) {
        case .open: .allowed
        case .notYet: .refused("consultation-not-open-yet")
        case .over: .refused("consultation-is-over")
        case .none: .refused("consultation-is-cancelled")
        }
    }
}

extension Visitor {
    /// Whether a visitor speaks for a party at all, by the roles held today.
    public func speaks(for party: StatementParty, in programme: String) -> Bool {
        switch party.kind {
        case .organisation: holds(.organisationRepresentative, in: programme, for: party.id)
        case .municipality: holds(.municipalityDelegate, in: programme, for: party.id)
        case .person: person?.id == party.id
        }
    }
}

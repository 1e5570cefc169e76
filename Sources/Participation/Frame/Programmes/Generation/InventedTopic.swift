// SPDX-License-Identifier: EUPL-1.2

/// What people of a generated programme talk about: one field of action with the words that belong to it.
struct InventedTopic: Sendable {
    let key: String
    let name: String
    let description: String
    let question: String
    let goal: String
    let color: String
    /// Which of the invented ministries leads.
    let ministry: Int
    /// What people wish for, in the accusative: `einen Nachtbus`.
    let things: [String]
    /// What is wrong today; `{place}` is a municipality.
    let problems: [String]
    /// What would be gained.
    let gains: [String]
    /// What a proposal or project does: `Taktplan`.
    let measures: [String]

    static let all = moving + living + together
}

/// A thing that people wish for, in the forms that sentences need.
struct InventedThing {
    /// `einen Nachtbus`
    let wanted: String

    /// `Nachtbus`
    var name: String { String(wanted.drop { $0 != " " }.dropFirst()) }

    /// `ein Nachtbus`
    var subject: String { wanted.hasPrefix("einen ") ? "ein " + name : wanted }
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

extension FilterForm {
    /// The name of the parameter that narrows a list to where the thread of its things ends.
    static let fateName = "verbleib"

    /// A field to choose where the thread ends: "noch ohne Antwort".
    static func fates(_ keys: [String], in context: SiteContext) -> Field {
        let options = keys.map { ($0.asAddressWord, context.text("rivers.end.\($0.asAddressWord)")) }
        return choice(fateName, label: context.text("rivers.filter.fate"), options, in: context)
    }

    /// A field to choose a field of action from.
    static func fields(_ choices: [FieldChoice], label: String, in context: SiteContext) -> Field {
        choice("feld", label: label, texts: choices.map { ($0.key, context.original($0.name)) }, in: context)
    }

    /// What stands in addresses for things that belong to no forum or no field of action.
    static let none = "ohne"
}

// SPDX-License-Identifier: EUPL-1.2

extension FilterForm {
    /// A field to choose from, "all" first; what the address chooses stays chosen.
    static func choice(
        _ name: String, label: String, _ options: [(value: String, label: String)], in context: SiteContext
    ) -> Field {
        choice(name, label: label, texts: options.map { ($0.value, ProgrammeText($0.label)) }, in: context)
    }

    /// The same with texts of the programme to choose from.
    static func choice(
        _ name: String, label: String, texts options: [(value: String, text: ProgrammeText)], in context: SiteContext
    ) -> Field {
        let chosen = context.query.text(name)
        let all = Option(value: "", label: context.text("design.filter.all"), isSelected: chosen == nil)
        return Field(
            name: name, label: label,
            options: [all]
                + options.map {
                    Option(
                        value: $0.value, label: $0.text.text, isSelected: $0.value == chosen,
                        language: $0.text.language)
                })
    }

    /// A field to choose a state or outcome from.
    static func states(_ name: String, label: String, _ keys: [String], in context: SiteContext) -> Field {
        choice(name, label: label, keys.map { ($0.asAddressWord, context.word(state: $0)) }, in: context)
    }

    /// - Parameter keeping: names of parameters that stay as they are, such as the order
    init(_ path: String, _ fields: [Field], keeping names: [String] = [], in context: SiteContext) {
        let isSet = fields.contains { context.query.text($0.name) != nil }
        let hidden = names.compactMap { name in context.query.text(name).map { Hidden(name: name, value: $0) } }
        let kept = QueryText.joined(hidden.map { ($0.name, $0.value) })
        self.init(
            action: context.links.to(path), fields: fields, hidden: hidden,
            reset: isSet ? context.links.to(path) + kept : nil)
    }
}

extension SortBar {
    /// Links to the same list in other orders; the first one is the usual one.
    init(_ path: String, orders: [(value: String, label: String)], in context: SiteContext) {
        let chosen = context.query.text("sortierung") ?? orders.first?.value
        let choices = orders.enumerated().map { index, order in
            let query = context.query.replacing(["sortierung": index == 0 ? nil : order.value, "seite": nil])
            return Choice(
                label: order.label, link: context.links.to(path) + query.text, isCurrent: order.value == chosen)
        }
        self.init(label: context.text("design.sort.label"), choices: choices)
    }
}

extension PageHead {
    /// A list that is narrowed or put into another order is a page of its own: "Projekte – Bildung".
    static func list(
        _ heading: String, description: String? = nil, filter: FilterForm?, sort: SortBar?, formats: [PageFormat] = []
    ) -> PageHead {
        let order = sort.flatMap { sort in
            sort.choices.dropFirst().first(where: \.isCurrent).map { "\(sort.label): \($0.label)" }
        }
        let details = ((filter?.chosen ?? []) + [order].compactMap { $0 }).joined(separator: ", ")
        return PageHead(
            title: details.isEmpty ? heading : "\(heading) – \(details)", description: description, formats: formats)
    }
}

extension Query {
    /// One of a set of states, written in the address with dashes: `idea-taken-up` stands for `idea.taken_up`.
    func state(_ name: String, among keys: [String]) throws(PageFault) -> String? {
        guard let text = text(name) else { return nil }
        guard let key = keys.first(where: { $0.asAddressWord == text }) else { throw .unknownValue(name: name) }
        return key
    }

    /// A state of a closed set, written with dashes.
    func state<State: RawRepresentable & CaseIterable>(
        _ name: String, as type: State.Type = State.self
    ) throws(PageFault) -> State? where State.RawValue == String {
        try state(name, among: State.allCases.map(\.rawValue)).flatMap(State.init)
    }
}

extension String {
    /// A key of the database as it stands in addresses: dots and underscores become dashes.
    var asAddressWord: String {
        String(map { $0 == "." || $0 == "_" ? "-" : $0 })
    }
}

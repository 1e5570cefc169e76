// SPDX-License-Identifier: EUPL-1.2

/// One of a few things to choose in a form. Template `Design/choice`.
struct ChoiceField: Sendable {
    let name: String
    let label: String
    let hint: String?
    let fault: String?
    let isRequired: Bool
    let options: [Option]
    /// Identifiers of hint and fault, for those who listen.
    let described: String?

    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    /// - Parameters:
    ///   - empty: the words for choosing nothing; nil when something must be chosen
    ///   - prompt: asks to choose where something must be and nothing is yet; not together with `empty`
    init(
        name: String, label: String, hint: String? = nil, chosen: String?, empty: String? = nil, prompt: String? = nil,
        options: [(value: String, label: String)], fault: String? = nil
    ) {
        let parts = [hint.map { _ in "\(name)-hilfe" }, fault.map { _ in "\(name)-fehler" }].compactMap { $0 }
        self.name = name
        self.label = label
        self.hint = hint
        self.fault = fault
        self.isRequired = empty == nil
        self.options =
            ((empty ?? prompt).map { [Option(value: "", label: $0, isChosen: chosen == nil)] } ?? [])
            + options.map { Option(value: $0.value, label: $0.label, isChosen: $0.value == chosen) }
        self.described = parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    static let sample = ChoiceField(
        name: "kommune", label: "Kommune", hint: "Wo Sie wohnen.", chosen: nil, empty: "keine Angabe",
        options: [("05113000", "Essen")], fault: "Diese Kommune kennen wir nicht.")
}

/// A single box to tick. Template `Design/tick`.
struct TickField: Sendable {
    let name: String
    let label: String
    let hint: String?
    let fault: String?
    let isTicked: Bool
    let described: String?

    init(name: String, label: String, hint: String? = nil, isTicked: Bool, fault: String? = nil) {
        let parts = [hint.map { _ in "\(name)-hilfe" }, fault.map { _ in "\(name)-fehler" }].compactMap { $0 }
        self.name = name
        self.label = label
        self.hint = hint
        self.fault = fault
        self.isTicked = isTicked
        self.described = parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    static let sample = TickField(
        name: "einverstanden", label: "Ich habe verstanden, was bleibt.", hint: "Das lässt sich nicht zurücknehmen.",
        isTicked: true, fault: "Bitte bestätigen Sie das.")
}

// SPDX-License-Identifier: EUPL-1.2

/// Several things of which any number may be ticked, under one legend. Template `Design/ticks`.
struct TickGroup: Sendable {
    let name: String
    /// Tells groups of the same name apart.
    let id: String
    let legend: String
    let hint: String?
    let fault: String?
    let boxes: [Box]
    /// Identifiers of hint and fault, for those who listen.
    let described: String?

    struct Box: Sendable {
        let id: String
        let value: String
        let label: String
        let isTicked: Bool
    }

    init(
        name: String, id: String? = nil, legend: String, hint: String? = nil, ticked: [String],
        options: [(value: String, label: String)], fault: String? = nil
    ) {
        let id = id ?? name
        let parts = [hint.map { _ in "\(id)-hilfe" }, fault.map { _ in "\(id)-fehler" }].compactMap { $0 }
        self.name = name
        self.id = id
        self.legend = legend
        self.hint = hint
        self.fault = fault
        self.boxes = options.enumerated().map { index, option in
            Box(
                id: "\(id)-\(index + 1)", value: option.value, label: option.label,
                isTicked: ticked.contains(option.value))
        }
        self.described = parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    static let sample = TickGroup(
        name: "vorschlag", legend: "Vorschläge", hint: "Mindestens einer.", ticked: ["1"],
        options: [("1", "Landbus Aue"), ("2", "Radnetz Aue")], fault: "Bitte wählen Sie mindestens einen.")
}

// SPDX-License-Identifier: EUPL-1.2

/// A form that narrows a list. It is sent by GET, so that the result can be shared by its address. On narrow screens
/// it is folded away as long as nothing is chosen. Template `Design/filter`.
struct FilterForm: Sendable {
    let action: String
    let fields: [Field]
    /// Values that stay as they are, such as the order.
    let hidden: [Hidden]
    /// Takes all filters away; nil when none is set.
    let reset: String?
    let isOpen: Bool
    /// What the list is narrowed to, as the fields name it: "Vernetzte Mobilität", "„Rad“".
    let chosen: [String]

    init(action: String, fields: [Field], hidden: [Hidden], reset: String?) {
        self.action = action
        self.fields = fields
        self.hidden = hidden
        self.reset = reset
        self.isOpen = reset != nil
        self.chosen = fields.compactMap(\.chosen)
    }

    struct Field: Sendable {
        let name: String
        let label: String
        /// For a field to write in; nil for a field to choose from.
        let text: Text?
        let choices: Choices?

        /// A field to write a word in.
        init(name: String, label: String, value: String?) {
            self.name = name
            self.label = label
            self.text = Text(value: value ?? "")
            self.choices = nil
        }

        /// A field to choose from; the first option stands for "all".
        init(name: String, label: String, options: [Option]) {
            self.name = name
            self.label = label
            self.text = nil
            self.choices = Choices(options: options)
        }

        /// Nil while the field stands on "all" or is empty.
        fileprivate var chosen: String? {
            if let text { return text.value.isEmpty ? nil : "„\(text.value)“" }
            return choices?.options.first { $0.isSelected && !$0.value.isEmpty }?.label
        }
    }

    struct Text: Sendable {
        let value: String
    }

    struct Choices: Sendable {
        let options: [Option]
    }

    struct Option: Sendable {
        let value: String
        let label: String
        let isSelected: Bool
        /// The language of the label, where it is not that of the page.
        var language: String?
    }

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    static let sample = FilterForm(
        action: "/projekte",
        fields: [
            Field(name: "wort", label: "Wort im Titel", value: "Rad"),
            Field(
                name: "feld", label: "Handlungsfeld",
                options: [
                    Option(value: "", label: "Alle", isSelected: false),
                    Option(value: "mobilitaet", label: "Vernetzte Mobilität", isSelected: true),
                ]),
        ],
        hidden: [Hidden(name: "sortierung", value: "titel")], reset: "/projekte")
}

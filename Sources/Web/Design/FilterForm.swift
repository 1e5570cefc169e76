// SPDX-License-Identifier: EUPL-1.2

/// A form that narrows a list. It is sent by GET, so that the result can be shared by its address.
/// Template `Design/filter`.
struct FilterForm: Sendable {
    let action: String
    let fields: [Field]
    /// Values that stay as they are, such as the order.
    let hidden: [Hidden]
    /// Takes all filters away; nil when none is set.
    let reset: String?

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

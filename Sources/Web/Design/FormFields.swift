// SPDX-License-Identifier: EUPL-1.2

/// What was wrong with a form, each point a link to its field. Stands at the top of the page that comes back.
/// Template `Design/error-summary`.
struct ErrorSummary: Sendable {
    let heading: String
    let faults: [Fault]

    struct Fault: Sendable {
        let text: String
        /// The identifier of the field.
        let field: String
    }

    static let sample = ErrorSummary(
        heading: "Bitte prüfen Sie 1 Angabe", faults: [Fault(text: "Der Titel fehlt.", field: "titel")])
}

/// One field to write in, with what was typed and what is wrong with it. Template `Design/field`.
struct FormField: Sendable {
    let name: String
    let label: String
    /// What helps to fill it in.
    let hint: String?
    let value: String
    let fault: String?
    let isRequired: Bool
    /// For a text of several lines; nil for a single line.
    let area: Area?
    /// `text`, `email`, `number`, `date` …
    let type: String
    /// What the browser may fill in, as the HTML standard names it.
    let completion: String?
    /// Identifiers of hint and fault, for those who listen.
    let described: String?

    struct Area: Sendable {
        let rows: String
    }

    init(
        name: String, label: String, hint: String? = nil, value: String = "", fault: String? = nil,
        isRequired: Bool = false, rows: Int? = nil, type: String = "text", completion: String? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.fault = fault
        self.isRequired = isRequired
        self.area = rows.map { Area(rows: String($0)) }
        self.type = type
        self.completion = completion
        let parts = [hint.map { _ in "\(name)-hilfe" }, fault.map { _ in "\(name)-fehler" }].compactMap { $0 }
        self.described = parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    static let sample = FormField(
        name: "titel", label: "Titel", hint: "Höchstens 120 Zeichen.", value: "Mehr", fault: "Der Titel ist zu kurz.",
        isRequired: true, rows: 5, completion: "off")
}

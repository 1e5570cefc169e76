// SPDX-License-Identifier: EUPL-1.2

/// What was typed into an application. A draft may be full of gaps; handed in is only what is whole.
public struct ApplicationForm: Equatable, Sendable {
    public var title: String?
    public var summary: String?
    public var plan: String?
    public var field: String?
    /// Label and amount, row by row.
    public var costs: [(label: String?, amount: String?)] = []
    public var own: String?
    public var others: String?
    public var grant: String?
    public var secured: String?
    public var isPublic = false
    /// In the order of the questions of the call.
    public var answers: [String?] = []

    public init() {}

    public enum Field {
        public static let title = "titel"
        public static let summary = "kurz"
        public static let plan = "vorhaben"
        public static let field = "feld"
        public static let own = "eigen"
        public static let others = "dritte"
        public static let grant = "zuschuss"
        public static let secured = "gesichert"
        public static let isPublic = "oeffentlich"
        public static func answer(_ number: Int) -> String { "antwort-\(number)" }
        public static func label(_ row: Int) -> String { "posten-\(row)" }
        public static func amount(_ row: Int) -> String { "kosten-\(row)" }
    }

    public static let mostCosts = 8

    public static func == (one: ApplicationForm, other: ApplicationForm) -> Bool {
        one.title == other.title && one.summary == other.summary && one.plan == other.plan && one.field == other.field
            && one.costs.map(\.label) == other.costs.map(\.label)
            && one.costs.map(\.amount) == other.costs.map(\.amount) && one.own == other.own
            && one.others == other.others && one.grant == other.grant && one.secured == other.secured
            && one.isPublic == other.isPublic && one.answers == other.answers
    }

    /// What can be kept as a draft.
    ///
    /// - Parameters:
    ///   - fields: the package keys that can be chosen
    ///   - questions: how many the call asks
    func draft(fields: [String], questions: Int) throws(InvalidForm) -> ApplicationContent {
        var check = FormCheck()
        var content = ApplicationContent()
        content.title = check.line(title, field: Field.title, missing: "title-missing", limit: 120) ?? ""
        content.summary = passage(summary, field: Field.summary, limit: 600, &check)
        content.plan = passage(plan, field: Field.plan, limit: 10_000, &check)
        content.secured = passage(secured, field: Field.secured, limit: 2_000, &check)
        if let field, !field.isEmpty {
            content.field = field
            if !fields.contains(field) { check.add(Field.field, "unknown-choice") }
        }
        for (index, cost) in costs.prefix(Self.mostCosts).enumerated() {
            let row = index + 1
            let label = check.optionalLine(cost.label, field: Field.label(row), limit: 120)
            let hasAmount = cost.amount.map { !$0.allSatisfy(\.isWhitespace) } ?? false
            guard label != nil || hasAmount else { continue }
            if label == nil { check.add(Field.label(row), "cost-label-missing") }
            let cents = FundingDraft.cents(cost.amount, field: Field.amount(row), &check)
            if let label, let cents { content.costs.append(ApplicationCost(label: label, cents: cents)) }
        }
        content.own = amount(own, field: Field.own, &check)
        content.others = amount(others, field: Field.others, &check)
        content.grant = amount(grant, field: Field.grant, &check)
        content.isPublic = isPublic
        content.answers = (0..<questions).map { index in
            let typed = answers.indices.contains(index) ? answers[index] : nil
            return passage(typed, field: Field.answer(index + 1), limit: 4_000, &check)
        }
        try check.finish()
        return content
    }

    private func passage(_ typed: String?, field: String, limit: Int, _ check: inout FormCheck) -> String {
        guard let typed, typed.contains(where: { !$0.isWhitespace }) else { return "" }
        return check.passage(typed, field: field, missing: "text-missing", limit: limit) ?? ""
    }

    /// Nothing typed is nothing given.
    private func amount(_ typed: String?, field: String, _ check: inout FormCheck) -> Int64 {
        guard let typed, typed.contains(where: { !$0.isWhitespace }) else { return 0 }
        let cents = check.cents(typed, field: field) ?? 0
        if cents < 0 { check.add(field, "amount-below-nought") }
        return max(0, cents)
    }
}

extension ApplicationContent {
    /// What is missing before it can be handed in; the cost plan must add up to the cent.
    func checkWhole() throws(InvalidForm) {
        typealias Field = ApplicationForm.Field
        var check = FormCheck()
        if summary.isEmpty { check.add(Field.summary, "text-missing") }
        if plan.isEmpty { check.add(Field.plan, "text-missing") }
        if field == nil { check.add(Field.field, "application-field-missing") }
        if costs.isEmpty { check.add(Field.label(1), "costs-missing") }
        if grant == 0 { check.add(Field.grant, "grant-missing") }
        if secured.isEmpty { check.add(Field.secured, "secured-missing") }
        for (index, answer) in answers.enumerated() where answer.isEmpty {
            check.add(Field.answer(index + 1), "question-unanswered")
        }
        if !costs.isEmpty, total != financed { check.add(Field.grant, "costs-do-not-add-up") }
        try check.finish()
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody says which project a list means where it calls one otherwise than everybody else.
public struct AssignFundingProjects: Sendable {
    /// One name with what was chosen for it, nothing for none.
    public struct Choice: Equatable, Sendable {
        /// Names the field in the form.
        public let field: String
        public let name: String
        public let typed: String?

        public init(field: String, name: String, typed: String?) {
            self.field = field
            self.name = name
            self.typed = typed
        }
    }

    private let id: String
    private let choices: [Choice]
    private let programme: String

    public init(_ id: String, _ choices: [Choice], in programme: String) {
        self.id = id
        self.choices = choices
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.mayRunLedger(in: programme).check()
        guard let list = try FundingImport.find(id, in: programme, db), list.doneAt == nil else {
            throw Refusal("list-is-booked")
        }
        let numbers = Set(try LedgerProject.all(in: programme, db).map(\.number))
        var mapping = list.mapping
        var check = FormCheck()
        for choice in choices {
            guard let typed = choice.typed else {
                mapping.assigned[choice.name] = nil
                continue
            }
            if let number = Int64(typed), numbers.contains(number) {
                mapping.assigned[choice.name] = number
            } else {
                check.add(choice.field, "project-unknown")
            }
        }
        try check.finish()
        try FundingImport.store(mapping, of: id, db)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What is wrong with a form, each point with its field, in the order of the fields.
public struct InvalidForm: Error, Equatable, Sendable {
    public let faults: [Fault]

    public struct Fault: Equatable, Sendable {
        /// The name of the field in the form; empty when the form as a whole is meant.
        public let field: String
        /// What is wrong, as the texts know it under `forms.faults`: `email-missing`.
        public let reason: String
        /// The number that the reason speaks of, such as the most characters that fit.
        public let limit: Int?

        public init(_ field: String, _ reason: String, limit: Int? = nil) {
            self.field = field
            self.reason = reason
            self.limit = limit
        }
    }

    public init(_ faults: [Fault]) {
        self.faults = faults
    }
}

/// Reads what was typed and collects every fault, so that people hear of all of them at once.
public struct FormCheck: Sendable {
    public private(set) var faults: [InvalidForm.Fault] = []

    public init() {}

    /// A text in one line, without white space at its ends; nil, with a fault, when it is missing or does not fit.
    public mutating func line(_ typed: String?, field: String, missing: String, limit: Int) -> String? {
        guard let text = optionalLine(typed, field: field, limit: limit) else {
            if !faults.contains(where: { $0.field == field }) { add(field, missing) }
            return nil
        }
        return text
    }

    /// The same for a field that may stay empty.
    public mutating func optionalLine(_ typed: String?, field: String, limit: Int) -> String? {
        guard let typed, case let text = Self.cleaned(typed), !text.isEmpty else { return nil }
        if text.contains(where: \.isNewline) {
            add(field, "several-lines")
        } else if text.unicodeScalars.contains(where: Self.turnsDirection) {
            add(field, "direction-marks")
        } else if text.count > limit {
            add(field, "too-long", limit: limit)
        } else {
            return text
        }
        return nil
    }

    /// A text of several lines. Line ends become `\n`; more than two empty lines in a row become two.
    public mutating func passage(_ typed: String?, field: String, missing: String, limit: Int) -> String? {
        guard let typed, case let text = Self.withoutGaps(Self.cleaned(typed)), !text.isEmpty else {
            add(field, missing)
            return nil
        }
        if text.unicodeScalars.contains(where: Self.turnsDirection) {
            add(field, "direction-marks")
        } else if text.count > limit {
            add(field, "too-long", limit: limit)
        } else {
            return text
        }
        return nil
    }

    public mutating func add(_ field: String, _ reason: String, limit: Int? = nil) {
        faults.append(InvalidForm.Fault(field, reason, limit: limit))
    }

    /// Throws when anything was wrong.
    public func finish() throws(InvalidForm) {
        guard faults.isEmpty else { throw InvalidForm(faults) }
    }

    /// Without white space at its ends and without control characters, which nobody types and no database keeps.
    private static func cleaned(_ typed: String) -> String {
        let lines = typed.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var text = String(String.UnicodeScalarView(lines.unicodeScalars.filter(isKept)))[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
    }

    private static func withoutGaps(_ text: String) -> String {
        text.replacing(/\n[ \t]*(?:\n[ \t]*){2,}/, with: "\n\n\n")
    }

    /// Characters that make a text read otherwise than it is written, used to pretend to be somebody else.
    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

/// Somebody else has changed meanwhile what a form was made of. Nothing is written.
public struct Outdated: Error, Equatable, Sendable {
    /// What the other one wrote, field by field, so that nothing is lost; empty where the page reads it anew.
    public let theirs: [Field]
    /// The revision on which the next saving is based; nil where the page reads it anew.
    public let revision: Int64?

    public struct Field: Equatable, Sendable {
        public let field: String
        public let text: String
    }

    public init(theirs: [Field] = [], revision: Int64? = nil) {
        self.theirs = theirs
        self.revision = revision
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// A statement as one engine wants it: text with that engine's placeholders, and the values beside it.
struct RenderedStatement: Sendable {
    let text: String
    let parameters: [SQL.Parameter]

    init(_ sql: SQL, for engine: Engine) throws {
        var text = ""
        var parameters: [SQL.Parameter] = []
        for part in sql.parts {
            switch part {
            case .text(let piece):
                text += piece
            case .parameter(let parameter):
                if case .text(let value) = parameter.value, value.utf8.contains(0) { throw StorageError.nulCharacter }
                parameters.append(parameter)
                text += engine == .postgres ? "$\(parameters.count)" : "?"
            }
        }
        // An engine reads a statement up to the first NUL and would run half of it.
        guard !text.utf8.contains(0) else { throw StorageError.nulCharacter }
        self.text = text
        self.parameters = parameters
    }

    init(text: String, parameters: [SQL.Parameter] = []) {
        self.text = text
        self.parameters = parameters
    }

    func prefixed(by beginning: String) -> RenderedStatement {
        RenderedStatement(text: beginning + text, parameters: parameters)
    }

    /// The table the statement names first, for error messages.
    static func firstTable(in text: String) -> String {
        let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "," || $0 == ";" }
        for (word, next) in zip(words, words.dropFirst())
        where ["FROM", "INTO", "UPDATE"].contains(word.uppercased()) && next.uppercased() != "SELECT" {
            return next.filter { $0 != "\"" }
        }
        return "the statement"
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// A function or initialiser with the lines from its first word to its closing brace.
struct FunctionLength: Equatable, Sendable {
    let name: String
    let line: Int
    let lines: Int
}

extension SwiftText {
    var functions: [FunctionLength] {
        let text = code
        let declaration = /(?<call>\.?)\b(func\s+(?<name>`[^`]+`|[^\s(<]+)|init\b)/
        return text.matches(of: declaration).compactMap { match in
            let rest = text[match.range.upperBound...]
            guard match.output.call.isEmpty, let end = Self.endOfBody(in: rest) else { return nil }
            return FunctionLength(
                name: match.output.name.map(String.init) ?? "init",
                line: text[..<match.range.lowerBound].count { $0.isNewline } + 1,
                lines: text[match.range.lowerBound..<end].count { $0.isNewline } + 1)
        }
    }

    /// The end of the body that begins after the parameters, or nil for a requirement of a protocol, which has none.
    private static func endOfBody(in text: Substring) -> String.Index? {
        guard let parameters = text.firstIndex(of: "("),
            let afterParameters = end(of: "(", ")", in: text[parameters...]),
            let brace = text[afterParameters...].firstIndex(where: { $0 == "{" || $0 == "}" }),
            text[brace] == "{",
            !text[afterParameters..<brace].contains(/\b(func|init|var|let|case|static|subscript|associatedtype)\b/)
        else { return nil }
        return end(of: "{", "}", in: text[brace...])
    }

    private static func end(of opening: Character, _ closing: Character, in text: Substring) -> String.Index? {
        var depth = 0
        for index in text.indices {
            if text[index] == opening { depth += 1 }
            if text[index] == closing { depth -= 1 }
            if depth == 0 { return text.index(after: index) }
        }
        return nil
    }
}

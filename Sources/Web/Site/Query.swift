// SPDX-License-Identifier: EUPL-1.2

/// What the reader asked for after the question mark. Unknown names are ignored; a value that means nothing
/// is answered with a page that says so, never with a wrong list.
struct Query: Equatable, Sendable {
    /// In the order of the address.
    let parameters: [Parameter]

    struct Parameter: Equatable, Sendable {
        let name: String
        let value: String
    }

    static let empty = Query(parameters: [])

    init(parameters: [Parameter]) {
        self.parameters = parameters
    }

    /// - Parameters:
    ///   - longestValue: in characters; forms allow more than addresses
    ///   - fault: thrown when the text cannot be read
    init(
        _ text: String, longestValue: Int = 500, orElse fault: PageFault = .unreadableAddress
    ) throws(PageFault) {
        let pieces = text.split(separator: "&")
        guard pieces.count <= 50 else { throw fault }
        var parameters: [Parameter] = []
        for piece in pieces {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard
                let name = QueryText.decoded(halves[0], plusIsSpace: true),
                let value = QueryText.decoded(halves.count > 1 ? halves[1] : "", plusIsSpace: true),
                value.count <= longestValue
            else { throw fault }
            parameters.append(Parameter(name: name, value: value))
        }
        self.parameters = parameters
    }

    /// The trimmed value of a parameter; nil when it is missing or empty.
    func text(_ name: String) -> String? {
        guard let value = parameters.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// All values of a parameter that may stand several times.
    func texts(_ name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value.trimmed).filter { !$0.isEmpty }
    }

    /// A whole number from 0 on.
    func number(_ name: String) throws(PageFault) -> Int64? {
        guard let text = text(name) else { return nil }
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text) else {
            throw .unknownValue(name: name)
        }
        return number
    }

    /// One of a closed set of words, as an enumeration has them.
    func choice<Choice: RawRepresentable>(
        _ name: String, as type: Choice.Type = Choice.self
    ) throws(PageFault) -> Choice? where Choice.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else { throw .unknownValue(name: name) }
        return choice
    }

    /// One of a set of words known only now, such as the keys of fields of action.
    func choice(_ name: String, among known: [String]) throws(PageFault) -> String? {
        guard let text = text(name) else { return nil }
        guard known.contains(text) else { throw .unknownValue(name: name) }
        return text
    }

    /// The number of the page of a list, counted from 1.
    func page() throws(PageFault) -> Int64 {
        let number = try number("seite") ?? 1
        guard (1...1_000_000).contains(number) else { throw .unknownValue(name: "seite") }
        return number
    }

    /// The same query with other values, for sort links and pagers; nil removes a parameter.
    func replacing(_ changes: KeyValuePairs<String, String?>) -> Query {
        let names = changes.map(\.key)
        let kept = parameters.filter { !names.contains($0.name) && !$0.value.isEmpty }
        let added = changes.compactMap { name, value in value.map { Parameter(name: name, value: $0) } }
        return Query(parameters: kept + added)
    }

    /// `?a=1&b=2`, or nothing when the query is empty.
    var text: String {
        QueryText.joined(parameters.map { ($0.name, $0.value) })
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

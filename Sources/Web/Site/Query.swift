// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// What the reader asked for after the question mark. Unknown names are ignored; a value that means nothing
/// is answered with a page that says so, never with a wrong list.
///
/// A query of an address remembers which names were asked for, and links repeat only those. So a page depends on
/// nothing but the parameters it has read, which is what the page cache goes by.
struct Query: Equatable, Sendable {
    private let parameters: [Parameter]
    /// Nil for forms and for queries that nobody follows.
    private let reading: QueryReading?

    struct Parameter: Equatable, Sendable {
        let name: String
        let value: String
    }

    static let empty = Query(parameters: [])

    init(parameters: [Parameter], reading: QueryReading? = nil) {
        self.parameters = parameters
        self.reading = reading
    }

    /// - Parameters:
    ///   - longestValue: in characters; an address as a whole has its own limit, and forms allow more
    ///   - mostPieces: how many names and values; forms with boxes to tick have more than addresses
    ///   - fault: thrown when the text cannot be read
    init(
        _ text: String, longestValue: Int = RequestRules.longestAddress, mostPieces: Int = 50,
        orElse fault: PageFault = .unreadableAddress
    ) throws(PageFault) {
        let pieces = text.split(separator: "&")
        guard pieces.count <= mostPieces else { throw fault }
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
        self.init(parameters: parameters)
    }

    static func == (one: Query, other: Query) -> Bool {
        one.parameters == other.parameters
    }

    /// The same query in one order, without empty values, which remembers what is read of it.
    func followed(by reading: QueryReading) -> Query {
        let present = parameters.enumerated().filter { !$1.value.trimmed.isEmpty }
        let sorted = present.sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        return Query(parameters: sorted.map(\.element), reading: reading)
    }

    /// The part of the query that has these names, as it stands in an address.
    func text(ofNames names: Set<String>) -> String {
        QueryText.joined(parameters.filter { names.contains($0.name) }.map { ($0.name, $0.value) })
    }

    /// The trimmed value of a parameter; nil when it is missing or empty.
    func text(_ name: String) -> String? {
        reading?.note(name)
        guard let value = parameters.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Everything that came, in its order.
    var all: [Parameter] { parameters }

    /// The value as it was typed, blanks at its ends included: they may belong to a password.
    func untrimmedText(_ name: String) -> String? {
        reading?.note(name)
        return parameters.first { $0.name == name }?.value
    }

    /// All values of a parameter that may stand several times.
    func texts(_ name: String) -> [String] {
        reading?.note(name)
        return parameters.filter { $0.name == name }.map(\.value.trimmed).filter { !$0.isEmpty }
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
        let kept = understood.filter { !names.contains($0.name) && !$0.value.isEmpty }
        let added = changes.compactMap { name, value in value.map { Parameter(name: name, value: $0) } }
        return Query(parameters: kept + added)
    }

    /// `?a=1&b=2`, or nothing when the query is empty.
    var text: String {
        QueryText.joined(understood.map { ($0.name, $0.value) })
    }

    private var understood: [Parameter] {
        guard let names = reading?.names else { return parameters }
        return parameters.filter { names.contains($0.name) }
    }
}

/// The names that the making of one answer has asked a query for.
final class QueryReading: Sendable {
    private let noted = Mutex<Set<String>>([])

    var names: Set<String> { noted.withLock { $0 } }

    func note(_ name: String) {
        noted.withLock { _ = $0.insert(name) }
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

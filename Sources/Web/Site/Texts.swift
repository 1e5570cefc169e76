// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// All words of the interface, read from `Resources/Locales/{de,en}/FEATURE.json`. A key is the name of the file,
/// then the path inside it: `projects.list.title`.
public struct Texts: Sendable {
    private let entries: [Language: [String: Entry]]

    enum Entry: Equatable, Sendable {
        case plain(String)
        case plural(one: String, other: String)
    }

    /// What is wrong with a locale file, in words for the person who edits it.
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    public init(folder: URL) throws {
        var entries: [Language: [String: Entry]] = [:]
        for language in Language.allCases {
            entries[language] = try Self.entries(in: folder.appending(path: language.rawValue))
        }
        self.init(entries: entries)
    }

    init(entries: [Language: [String: Entry]]) {
        self.entries = entries
    }

    func speaking(_ language: Language) -> LocalTexts {
        LocalTexts(texts: self, language: language)
    }

    /// The entry in the language asked for, or else in German.
    func entry(_ key: String, in language: Language) -> Entry? {
        entries[language]?[key] ?? entries[.german]?[key]
    }

    /// All keys of a language, in alphabetical order.
    func keys(in language: Language) -> [String] {
        (entries[language] ?? [:]).keys.sorted()
    }

    private static func entries(in folder: URL) throws -> [String: Entry] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".json") }.sorted()
        var entries: [String: Entry] = [:]
        for file in files {
            let data = try Data(contentsOf: folder.appending(path: file))
            let value: Any
            do {
                value = try JSONSerialization.jsonObject(with: data)
            } catch {
                throw Unreadable(description: "\(folder.lastPathComponent)/\(file) is not valid JSON: \(error)")
            }
            try collect(value, under: String(file.dropLast(5)), into: &entries)
        }
        return entries
    }

    private static func collect(_ value: Any, under key: String, into entries: inout [String: Entry]) throws {
        switch value {
        case let text as String:
            entries[key] = .plain(text)
        case let forms as [String: String] where forms.count == 2 && forms["one"] != nil && forms["other"] != nil:
            entries[key] = .plural(one: forms["one"] ?? "", other: forms["other"] ?? "")
        case let group as [String: Any]:
            for (name, child) in group {
                guard !name.contains(".") else { throw Unreadable(description: "\(key): a key has no dots: \(name)") }
                try collect(child, under: "\(key).\(name)", into: &entries)
            }
        default:
            throw Unreadable(description: "\(key) is neither a text, a plural nor a group")
        }
    }
}

/// The words of one language.
struct LocalTexts: Sendable {
    let texts: Texts
    let language: Language

    /// The text of a key with its placeholders filled. A missing key stays visible as `⟦key⟧`; tests look for it.
    func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        switch texts.entry(key, in: language) {
        case .plain(let text): filled(text, values)
        case .plural(_, let other): filled(other, values)
        case nil: "⟦\(key)⟧"
        }
    }

    /// The text for a number of things: `{count}` is that number as the language writes it.
    func text(_ key: String, count: some BinaryInteger, _ values: KeyValuePairs<String, String> = [:]) -> String {
        let number = Notation(language: language).number(count)
        return switch texts.entry(key, in: language) {
        case .plain(let text): filled(text, values, number: number)
        case .plural(let one, let other): filled(count == 1 ? one : other, values, number: number)
        case nil: "⟦\(key)⟧"
        }
    }

    func has(_ key: String) -> Bool {
        texts.entry(key, in: language) != nil
    }

    /// In one pass, so that a brace inside a value stays what it is.
    private func filled(_ text: String, _ values: KeyValuePairs<String, String>, number: String? = nil) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let opening = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let closing = rest.utf8[opening...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest[rest.utf8.index(after: opening)..<closing]
            result += rest[..<opening]
            if name == "count", let number {
                result += number
            } else {
                result += values.first { $0.key == name }?.value ?? "{\(name)}"
            }
            rest = rest[rest.utf8.index(after: closing)...]
        }
        return result + rest
    }
}

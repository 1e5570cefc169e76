// SPDX-License-Identifier: EUPL-1.2

/// The keys of one language as they stand in its files: `projects.list.title` is `list.title` of `projects.json`.
struct LocaleKeys {
    private(set) var all: [String] = []
    private(set) var unsorted: [String] = []
    private(set) var known: Set<String> = []

    init(language: String) throws {
        for file in try Repository.files(under: "Resources/Locales/\(language)", endingIn: [".json"]) {
            let keys = Self.read(file.text, under: String(file.name.dropLast(".json".count)))
            all += keys.all
            unsorted += keys.unsorted
        }
        known = Set(all)
    }

    private init() {}

    /// Walks through the JSON text itself, since a parsed object has forgotten the order of its keys.
    static func read(_ text: String, under feature: String) -> LocaleKeys {
        var keys = LocaleKeys()
        var path = [feature]
        var names: [[String]] = [[]]
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "{":
                names.append([])
                path.append("")
            case "}":
                path.removeLast()
                if names.removeLast() == ["one", "other"] { keys.joinForms(of: path.joined(separator: ".")) }
            case "\"":
                let name = string(from: &rest)
                guard rest.drop(while: \.isWhitespace).first == ":" else { continue }
                path[path.count - 1] = name
                let key = path.joined(separator: ".")
                if let previous = names[names.count - 1].last, name < previous { keys.unsorted.append(key) }
                names[names.count - 1].append(name)
                let opensGroup = rest.drop { $0.isWhitespace || $0 == ":" }.first == "{"
                if !opensGroup { keys.all.append(key) }
            default:
                continue
            }
        }
        return keys
    }

    /// The two forms of a plural are one text.
    private mutating func joinForms(of key: String) {
        all.removeLast(2)
        all.append(key)
    }

    private static func string(from rest: inout Substring) -> String {
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            text.append(character)
            if character == "\\", let escaped = rest.popFirst() { text.append(escaped) }
        }
        return text
    }
}

/// Where the interface asks for its texts.
struct LocaleUses {
    struct Use: Equatable {
        let file: String
        let key: String
    }

    private(set) var exact: [Use] = []
    /// Keys that are completed while the program runs: `ideas.order.\()`.
    private(set) var families: [String] = []
    /// What may stand in the hole at the beginning of `\().heading`: every text of the sources.
    private var texts: Set<String> = []

    static func inTheProject() throws -> LocaleUses {
        inFiles(
            sources: try Repository.files(under: "Sources/Web", endingIn: [".swift"]),
            templates: try Repository.files(under: "Resources/Templates", endingIn: [".mustache"]),
            features: try Set(
                Repository.files(under: "Resources/Locales/de", endingIn: [".json"])
                    .map { String($0.name.dropLast(".json".count)) }))
    }

    static func inFiles(
        sources: [RepositoryFile], templates: [RepositoryFile], features: Set<String>
    ) -> LocaleUses {
        var uses = LocaleUses()
        for file in sources {
            let lines = file.lines
            for literal in file.swift.literals {
                uses.texts.insert(literal.text)
                let isAskedFor = lines[literal.line - 1].contains("text(\"\(literal.text)\"")
                uses.note(literal.text, in: file, isAskedFor: isAskedFor, features: features)
            }
        }
        for file in templates {
            for match in file.text.matches(of: /\{\{\{?[#^&]?\s*t\.(?<key>[A-Za-z0-9_.-]+)/) {
                uses.exact.append(Use(file: file.path, key: String(match.output.key)))
            }
        }
        return uses
    }

    func asks(for key: String) -> Bool {
        exact.contains { $0.key == key } || families.contains { Self.isMember(key, of: $0, texts) }
    }

    /// Only literals that begin with the name of a locale file are keys, and those that are handed to `text`. Others
    /// are names of hosts or of states: the state `project.running` has the text `words.state.project-running`.
    private mutating func note(_ text: String, in file: RepositoryFile, isAskedFor: Bool, features: Set<String>) {
        guard text.wholeMatch(of: /([a-z][A-Za-z-]*|\\\(\))\.[A-Za-z0-9_.\\()-]+/) != nil else { return }
        if text.contains("\\()") {
            families.append(text)
        } else if isAskedFor || features.contains(String(text.prefix { $0 != "." })) {
            exact.append(Use(file: file.path, key: text))
        }
    }

    /// A hole stands for one word between the dots. One at the beginning stands for a text that the sources name.
    private static func isMember(_ key: String, of family: String, _ texts: Set<String>) -> Bool {
        let hole = "\\()"
        guard family.hasPrefix(hole) else { return fits(key.split(separator: "."), family.split(separator: ".")) }
        let ending = family.dropFirst(hole.count)
        guard !ending.contains(hole), key.hasSuffix(ending) else { return false }
        return texts.contains(String(key.dropLast(ending.count)))
    }

    private static func fits(_ words: [Substring], _ pattern: [Substring]) -> Bool {
        words.count == pattern.count
            && zip(words, pattern).allSatisfy { word, part in
                guard let hole = part.firstRange(of: "\\()") else { return word == part }
                let (start, end) = (part[..<hole.lowerBound], part[hole.upperBound...])
                return word.hasPrefix(start) && word.hasSuffix(end) && word.count > start.count + end.count
            }
    }
}

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
        var previous = [""]
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "{":
                previous.append("")
                path.append("")
            case "}":
                previous.removeLast()
                path.removeLast()
            case "\"":
                let name = string(from: &rest)
                guard rest.drop(while: \.isWhitespace).first == ":" else { continue }
                path[path.count - 1] = name
                let key = path.joined(separator: ".")
                if name < previous[previous.count - 1] { keys.unsorted.append(key) }
                previous[previous.count - 1] = name
                keys.note(key, opensGroup: rest.drop { $0.isWhitespace || $0 == ":" }.first == "{")
            default:
                continue
            }
        }
        return keys
    }

    /// The two forms of a plural are one text.
    private mutating func note(_ key: String, opensGroup: Bool) {
        let parts = key.split(separator: ".")
        let isForm = parts.last == "one" || parts.last == "other"
        let name = isForm ? parts.dropLast().joined(separator: ".") : key
        if !opensGroup, all.last != name { all.append(name) }
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
    /// Beginnings of keys that are completed while the program runs: `projects.states.`
    private(set) var beginnings: [String] = []

    static func inTheProject() throws -> LocaleUses {
        inFiles(
            sources: try Repository.files(under: "Sources/Web", endingIn: [".swift"]),
            templates: try Repository.files(under: "Resources/Templates", endingIn: [".mustache"]))
    }

    static func inFiles(sources: [RepositoryFile], templates: [RepositoryFile]) -> LocaleUses {
        var uses = LocaleUses()
        for file in sources {
            for literal in file.swift.literals
            where literal.text.wholeMatch(of: /[a-z][A-Za-z]*\.[A-Za-z0-9_.\\()]+/) != nil {
                uses.note(literal.text, in: file)
            }
        }
        for file in templates {
            for match in file.text.matches(of: /\{\{\{?[#^&]?\s*t\.(?<key>[A-Za-z0-9_.]+)/) {
                uses.exact.append(Use(file: file.path, key: String(match.output.key)))
            }
        }
        return uses
    }

    /// Only literals that begin with the name of a locale file are keys; others are names of files or hosts.
    private mutating func note(_ text: String, in file: RepositoryFile) {
        if let hole = text.firstRange(of: "\\()") {
            beginnings.append(String(text[..<hole.lowerBound]))
        } else {
            exact.append(Use(file: file.path, key: text))
        }
    }
}

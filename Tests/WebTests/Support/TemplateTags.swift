// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Web

/// Fails for each tag of the page's template that is neither a property of the page, of what the tag stands in,
/// nor one of the names that every page has. A misspelt tag would otherwise render as nothing.
func expectKnownTags<P: Page>(_ page: P.Type, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let check = TagCheck(folder: TestSite.resources.appending(path: "Templates"))
    for unknown in try check.unknownTags(template: page.template, sample: page.sample) {
        Issue.record("\(page.template): \(unknown)", sourceLocation: sourceLocation)
    }
}

/// Walks a template and the sample of its page side by side.
struct TagCheck {
    let folder: URL

    /// One sentence for each tag that means nothing, in the order of the template.
    func unknownTags(template: String, sample: Any) throws -> [String] {
        let source = try String(contentsOf: folder.appending(path: template + ".mustache"), encoding: .utf8)
        return try unknownTags(in: source, sample: sample)
    }

    func unknownTags(in source: String, sample: Any) throws -> [String] {
        var faults: [String] = []
        var scopes: [Scope] = [Scope(name: "", values: [sample])]
        for match in source.matches(of: #/\{\{\{?\s*([#^/>!<$&%]?)\s*([^}\s]*)[^}]*\}\}\}?/#) {
            let name = String(match.2)
            switch match.1 {
            case "!", "<", "$", "%": continue
            case "/":
                if scopes.last?.name == name { scopes.removeLast() }
            case ">":
                faults += try partialFaults(name, in: scopes)
            case "#":
                let found = values(of: name, in: scopes)
                if found == nil { faults.append("unknown section {{#\(name)}}") }
                scopes.append(Scope(name: name, values: found ?? []))
            case "^":
                if values(of: name, in: scopes) == nil { faults.append("unknown section {{^\(name)}}") }
                scopes.append(Scope(name: name, values: []))
            default:
                if values(of: name, in: scopes) == nil { faults.append("unknown tag {{\(name)}}") }
            }
        }
        return faults
    }

    private struct Scope {
        let name: String
        let values: [Any]
    }

    private func partialFaults(_ name: String, in scopes: [Scope]) throws -> [String] {
        if name.hasPrefix("Site/") || name.hasPrefix("*") { return [] }
        let source = try String(contentsOf: folder.appending(path: name + ".mustache"), encoding: .utf8)
        let merged = scopes.flatMap(\.values).flatMap { ($0 as? Merged)?.samples ?? [$0] }
        return try unknownTags(in: source, sample: Merged(samples: merged)).map { "\($0) in \(name)" }
    }

    /// What a partial sees: everything around it, the innermost last.
    private struct Merged {
        let samples: [Any]
    }

    /// The values that a name stands for; nil when nothing around has that name.
    private func values(of name: String, in scopes: [Scope]) -> [Any]? {
        let steps = name.split(separator: ".").map(String.init)
        guard let first = steps.first else { return scopes.last?.values ?? [] }
        if ["t", "layout"].contains(first) { return [] }
        for scope in scopes.reversed() {
            let found = scope.values.flatMap(flattened).reversed().compactMap { property(first, of: $0) }
            guard !found.isEmpty else { continue }
            return steps.dropFirst().reduce(found.flatMap { $0 }) { values, step in
                values?.compactMap { property(step, of: $0) }.reduce(nil) { ($0 ?? []) + $1 }
            }
        }
        return nil
    }

    private func flattened(_ value: Any) -> [Any] {
        (value as? Merged)?.samples ?? [value]
    }

    /// The elements behind a property: of a list its elements, of an optional value the value.
    private func property(_ name: String, of value: Any) -> [Any]? {
        for case (name, let child) in Mirror(reflecting: value).children {
            return elements(child)
        }
        return nil
    }

    private func elements(_ value: Any) -> [Any] {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .collection: return mirror.children.flatMap { elements($0.value) }
        case .optional: return mirror.children.first.map { elements($0.value) } ?? []
        default: return [value]
        }
    }
}

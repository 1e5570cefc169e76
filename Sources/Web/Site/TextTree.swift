// SPDX-License-Identifier: EUPL-1.2

import Mustache

/// The words of one language as templates reach them: `{{t.projects.list.title}}`.
final class TextTree: MustacheParent, Sendable {
    private let path: String
    private let children: [String: Branch]

    private enum Branch: Sendable {
        case leaf(String)
        case tree(TextTree)
    }

    convenience init(_ entries: [String: Texts.Entry]) {
        let texts = entries.map { key, entry in
            let text =
                switch entry {
                case .plain(let text): text
                case .plural(_, let other): other
                }
            return (path: key.split(separator: "."), text: text)
        }
        self.init(path: "", texts)
    }

    private init(path: String, _ texts: [(path: [Substring], text: String)]) {
        var children: [String: Branch] = [:]
        for (name, group) in Dictionary(grouping: texts, by: { String($0.path[0]) }) {
            let inner = path.isEmpty ? name : "\(path).\(name)"
            if group.count == 1, group[0].path.count == 1 {
                children[name] = .leaf(group[0].text)
            } else {
                let deeper = group.filter { $0.path.count > 1 }
                children[name] = .tree(TextTree(path: inner, deeper.map { (Array($0.path.dropFirst()), $0.text) }))
            }
        }
        self.path = path
        self.children = children
    }

    func child(named name: String) -> Any? {
        switch children[name] {
        case .leaf(let text): text
        case .tree(let tree): tree
        case nil: MissingText(key: path.isEmpty ? name : "\(path).\(name)")
        }
    }
}

/// Stands where a text should be, so that a misspelt key is seen at once.
struct MissingText: MustacheParent, MustacheCustomRenderable {
    let key: String

    var renderText: String { "⟦\(key)⟧" }
    var isNull: Bool { false }

    func child(named name: String) -> Any? {
        MissingText(key: "\(key).\(name)")
    }
}

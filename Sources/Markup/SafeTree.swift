// SPDX-License-Identifier: EUPL-1.2

import CCMarkGFM

/// Changes a parsed document so that whatever the renderer writes is safe.
struct SafeTree {
    typealias Node = OpaquePointer

    let author: Rendering.Author
    let topLevel: Int

    /// Nodes are gathered first and changed then, since changing them under the iterator would end it.
    func make(_ document: Node) {
        for node in nodes(of: document) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING:
                cmark_node_set_heading_level(
                    node, Int32(min(Int(cmark_node_get_heading_level(node)) + topLevel - 1, 6)))
            case CMARK_NODE_HTML_INLINE:
                replace(node, with: textNode(like: node))
            case CMARK_NODE_HTML_BLOCK:
                replaceBlock(node)
            case CMARK_NODE_LINK:
                if !isAllowed(address(of: node)) { unwrap(node) }
            case CMARK_NODE_IMAGE:
                if author == .participant || !isOwnPath(address(of: node)) { unwrap(node) }
            default:
                break
            }
        }
    }

    private func nodes(of document: Node) -> [Node] {
        guard let iterator = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(iterator) }
        var nodes: [Node] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return nodes }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
        }
    }

    /// What was typed as HTML, as the text that it is.
    private func textNode(like node: Node) -> Node? {
        let text = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(text, cmark_node_get_literal(node))
        return text
    }

    private func replaceBlock(_ node: Node) {
        let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
        cmark_node_append_child(paragraph, textNode(like: node))
        replace(node, with: paragraph)
    }

    private func replace(_ node: Node, with other: Node?) {
        cmark_node_replace(node, other)
        cmark_node_free(node)
    }

    /// Leaves the words of a link and takes the link away.
    private func unwrap(_ node: Node) {
        while let child = cmark_node_first_child(node) {
            cmark_node_insert_before(node, child)
        }
        cmark_node_free(node)
    }

    private func address(of node: Node) -> String {
        cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    }

    private func isAllowed(_ address: String) -> Bool {
        let start = address.lowercased()
        return ["http://", "https://", "mailto:"].contains { start.hasPrefix($0) }
            || author == .staff && (isOwnPath(address) || address.hasPrefix("#"))
    }

    private func isOwnPath(_ address: String) -> Bool {
        address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/\\")
    }
}

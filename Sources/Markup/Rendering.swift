// SPDX-License-Identifier: EUPL-1.2

import CCMarkGFM

/// One run of the C library: parse, make safe, write HTML.
struct Rendering {
    let author: Author
    /// The level that the largest heading of the text gets.
    let topLevel: Int
    let hasTables: Bool

    enum Author {
        case staff
        case participant
    }

    func html(from source: String) -> String {
        Self.register
        guard let parser = cmark_parser_new(options) else { return "" }
        defer { cmark_parser_free(parser) }
        for name in extensions {
            if let found = cmark_find_syntax_extension(name) {
                cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        var text = source
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return "" }
        defer { cmark_node_free(document) }
        SafeTree(author: author, topLevel: topLevel).make(document)

        guard let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else {
            return ""
        }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return withMarkedLinks(String(cString: html))
    }

    /// The tree holds no raw HTML any more and text is escaped, so this sequence is always a tag of our own.
    private func withMarkedLinks(_ html: String) -> String {
        switch author {
        case .staff: html
        case .participant: html.replacing("<a href=\"", with: "<a rel=\"nofollow ugc noopener\" href=\"")
        }
    }

    private var options: Int32 {
        switch author {
        case .staff: CMARK_OPT_VALIDATE_UTF8
        case .participant: CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_HARDBREAKS
        }
    }

    private var extensions: [String] {
        ["autolink", "strikethrough"] + (hasTables ? ["table"] : [])
    }

    private static let register: Void = cmark_gfm_core_extensions_ensure_registered()
}

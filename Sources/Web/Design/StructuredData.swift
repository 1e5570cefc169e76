// SPDX-License-Identifier: EUPL-1.2

import Interchange

/// What a page is about, in the words of schema.org, for search engines: `Thing("Event", ["name": …])`.
struct Thing: Sendable {
    let type: String
    /// In the order in which they are written; what is unknown is left out.
    private let properties: [Property]

    private struct Property: Sendable {
        let name: String
        let value: JSONValue
    }

    init(_ type: String, _ properties: KeyValuePairs<String, String?>, parts: KeyValuePairs<String, [Thing]> = [:]) {
        self.type = type
        let texts = properties.compactMap { name, text in text.map { Property(name: name, value: .text($0)) } }
        let things = parts.compactMap { name, things in
            things.isEmpty ? nil : Property(name: name, value: .list(things.map(\.json)))
        }
        self.properties = texts + things
    }

    fileprivate var json: JSONValue {
        .object([JSONValue.Member("@type", .text(type))] + properties.map { JSONValue.Member($0.name, $0.value) })
    }
}

/// The block of data in the head of a page. It is data and never runs, so the Content-Security-Policy lets it stand.
enum StructuredData {
    static let mediaType = "application/ld+json"

    /// Nil where there is nothing to say. A `<` in a text would end the block, so none is left in it.
    static func html(of things: [Thing]) -> String? {
        guard !things.isEmpty else { return nil }
        let graph = JSONValue.object([
            JSONValue.Member("@context", .text("https://schema.org")),
            JSONValue.Member("@graph", .list(things.map(\.json))),
        ])
        let text = String(decoding: graph.bytes(), as: UTF8.self)
            .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
        return "<script type=\"\(mediaType)\">\(text)</script>"
    }
}

extension Thing {
    /// The way from the start page.
    static func breadcrumbs(_ crumbs: [(name: String, address: String)]) -> Thing {
        Thing(
            "BreadcrumbList", [:],
            parts: [
                "itemListElement": crumbs.enumerated().map { index, crumb in
                    Thing(
                        "ListItem",
                        ["position": String(index + 1), "name": crumb.name, "item": crumb.address])
                }
            ])
    }

    /// A list that can be taken away.
    static func dataset(_ head: PageHead, description: String, licence: String?, address: (String) -> String) -> Thing?
    {
        let files = head.formats.filter { ["text/csv", "application/json"].contains($0.mediaType) }
        guard !files.isEmpty else { return nil }
        return Thing(
            "Dataset", ["name": head.title, "description": description, "license": licence],
            parts: [
                "distribution": files.map { file in
                    Thing(
                        "DataDownload",
                        [
                            "name": file.title, "encodingFormat": file.mediaType, "contentUrl": address(file.link),
                        ])
                }
            ])
    }

    /// The portal with its search.
    static func website(_ name: String, address: String, search: String?) -> Thing {
        let action = search.map { Thing("SearchAction", ["target": $0, "query-input": "required name=search_term"]) }
        return Thing(
            "WebSite", ["name": name, "url": address], parts: ["potentialAction": [action].compactMap { $0 }])
    }
}

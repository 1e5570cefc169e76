// SPDX-License-Identifier: EUPL-1.2

/// A feed after RFC 4287: what is new, for feed readers and newsrooms.
public struct AtomFeed: Equatable, Sendable {
    /// The address of the feed itself, which is also its name for ever.
    public let address: String
    /// The page on which people read the same.
    public let page: String
    public let title: String
    public let author: String
    /// `de` or `en`.
    public let language: String
    /// The newest first.
    public let entries: [Entry]

    public struct Entry: Equatable, Sendable {
        /// The address of the entry, its name for ever.
        public let address: String
        public let title: String
        public let text: String
        /// A whole day, such as `2019-11-05`.
        public let day: String

        public init(address: String, title: String, text: String, day: String) {
            self.address = address
            self.title = title
            self.text = text
            self.day = day
        }
    }

    public init(
        address: String, page: String, title: String, author: String, language: String, entries: [Entry]
    ) {
        self.address = address
        self.page = page
        self.title = title
        self.author = author
        self.language = language
        self.entries = entries
    }

    /// The document as UTF-8. A feed without entries is as old as the epoch, since it must bear some time.
    public func bytes() -> [UInt8] {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language)">
            <id>\(Self.escaped(address))</id>
            <title>\(Self.escaped(title))</title>
            <updated>\(entries.map(\.day).max() ?? "1970-01-01")T00:00:00Z</updated>
            <author><name>\(Self.escaped(author))</name></author>
            <link rel="self" type="application/atom+xml" href="\(Self.escaped(address))"/>
            <link rel="alternate" type="text/html" href="\(Self.escaped(page))"/>

            """
        for entry in entries {
            text += """
                <entry>
                <id>\(Self.escaped(entry.address))</id>
                <title>\(Self.escaped(entry.title))</title>
                <updated>\(entry.day)T00:00:00Z</updated>
                <link rel="alternate" type="text/html" href="\(Self.escaped(entry.address))"/>
                <content type="text">\(Self.escaped(entry.text))</content>
                </entry>

                """
        }
        return Array((text + "</feed>\n").utf8)
    }

    /// Text as XML 1.0 takes it: what has a meaning in XML is escaped, what XML forbids is left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

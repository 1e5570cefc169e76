// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Interchange

@Suite struct AtomFeedTests {
    @Test func `text cannot leave its element and what XML forbids is left out`() {
        let text = String(decoding: feed(title: "A & B <x> \"y\"\u{1}\u{0}\n").bytes(), as: UTF8.self)
        #expect(text.contains("<title>A &amp; B &lt;x&gt; &quot;y&quot;\n</title>"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func `it is as new as its newest entry`() {
        let text = String(decoding: feed(title: "A").bytes(), as: UTF8.self)
        #expect(text.firstMatch(of: #/<updated>([^<]*)</#)?.1 == "2024-11-05T00:00:00Z")
        #expect(text.matches(of: #/<entry>/#).count == 2)
        #expect(text.hasSuffix("</feed>\n"))
    }

    private func feed(title: String) -> AtomFeed {
        let entry = { (day: String) in
            AtomFeed.Entry(address: "https://a.example/\(day)?a&b", title: title, text: title, day: day)
        }
        return AtomFeed(
            address: "https://a.example/feed", page: "https://a.example/", title: title, author: "A",
            language: "de", entries: [entry("2019-11-05"), entry("2024-11-05")])
    }
}

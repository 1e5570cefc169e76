// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Web

@Suite struct PageAddressTests {
    @Test func `the root speaks German and belongs to the main programme`() {
        #expect(PageAddress(target: "/") == PageAddress(path: "/"))
    }

    @Test func `language, programme and query are taken off the path`() {
        let address = PageAddress(target: "/en/p/musterregion/projekte/3?seite=2")
        #expect(
            address == PageAddress(language: .english, slug: "musterregion", path: "/projekte/3", query: "seite=2"))
    }

    @Test(arguments: [("/en", "/"), ("/p/musterregion", "/"), ("/en/p/musterregion", "/"), ("/p", "/p")])
    func `short addresses lead to the start page`(target: String, path: String) {
        #expect(PageAddress(target: target).path == path)
    }

    @Test(arguments: [
        ("/projekte/", "/projekte"), ("/en/", "/en"), ("/projekte//?seite=2", "/projekte?seite=2"),
    ])
    func `a slash at the end is taken off`(target: String, expected: String) {
        #expect(PageAddress.withoutTrailingSlash(target) == expected)
    }

    @Test(arguments: ["/", "/projekte", "/?a=/", "//", "//evil.example/", "///evil.example/", "/en//evil.example/"])
    func `other addresses stay`(target: String) {
        #expect(PageAddress.withoutTrailingSlash(target) == nil)
    }

    @Test func `links keep language and programme`() {
        let links = Links(language: .english, slug: "musterregion", publicURL: "https://example.org")
        #expect(links.to("/projekte") == "/en/p/musterregion/projekte")
        #expect(links.to("/") == "/en/p/musterregion")
        #expect(links.absolute("/projekte") == "https://example.org/en/p/musterregion/projekte")
        #expect(links.speaking(.german).to("/projekte") == "/p/musterregion/projekte")
    }

    @Test func `parameters are encoded in their order and empty ones left out`() {
        let links = Links(language: .german, slug: nil, publicURL: nil)
        #expect(
            links.to("/projekte", ["feld": "grün & blau", "ort": nil, "seite": "2"])
                == "/projekte?feld=gr%C3%BCn%20%26%20blau&seite=2")
        #expect(links.to("/") == "/")
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Participation
import Storage
import Synchronization
import Testing

@testable import Web

/// A site of one's own with Musterregion at its root, on a new database, with a clock that a test can move.
final class PeopleSite: Sendable {
    let site: Site
    private let clock: Clockwork
    let pollKeys = TestPollKeys()

    /// What the time is; Mutex is no value that a closure could hold.
    private final class Clockwork: Sendable {
        let now = Mutex(PeopleSite.start)

        /// The time, a millisecond later at each question, so that of two things the order is known.
        func tick() -> Date {
            now.withLock { now in
                now += 0.001
                return now
            }
        }
    }

    static let start = Date(timeIntervalSince1970: 1_795_427_200)

    static func with(
        _ engine: Engine = .sqlite, publicURL: String? = nil, isDemonstration: Bool = false,
        _ test: (PeopleSite) async throws -> Void
    ) async throws {
        let moment = Moment(start)
        try await Bundled.with(engine, isDemonstration ? .demonstration(moment) : .musterregion(moment)) { database in
            try await test(try PeopleSite(database, publicURL: publicURL, isDemonstration: isDemonstration))
        }
    }

    init(_ database: Database, publicURL: String?, isDemonstration: Bool, secret: [UInt8]? = nil) throws {
        let clock = Clockwork()
        self.clock = clock
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        var settings = SiteSettings(
            publicURL: publicURL.flatMap { URL(string: $0) }, resources: Bundled.resources,
            isDemonstration: isDemonstration)
        if let secret { settings.secret = secret }
        settings.pollKeys = pollKeys.keys
        site = try Site(
            database: database, settings: settings, programmes: Site.programmes, clock: { clock.tick() },
            logger: logger)
    }

    func wait(_ seconds: TimeInterval) {
        clock.now.withLock { $0 += seconds }
    }

    var now: Moment { Moment(clock.now.withLock { $0 }) }

    /// The mails that wait, the oldest first.
    func mails() async throws -> [Mail] {
        let now = now
        return try await site.database.read { db in try MailQueries.due(at: now, in: db) }
    }

    /// Somebody who has signed in the way everybody does.
    ///
    /// A second passes, so that of several mails to one address the last is known.
    func signedIn(_ email: String) async throws -> Browser {
        wait(1)
        let browser = Browser(site)
        let page = try await browser.get("/anmelden")
        _ = try await browser.submit(page, ["email": email])
        let mail = try #require(try await mails().last { $0.recipient.text == email })
        let link = try await browser.get(mail.path)
        _ = try await browser.submit(link)
        return browser
    }

    /// Gives a role as whoever runs the installation does.
    func grant(_ role: Role, to email: String) async throws {
        let now = now
        try await site.database.write { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            let programme = try #require(try ProgrammeQueries.all(in: db).first)
            try GrantRole(role, to: person.id, in: role.reach == .installation ? nil : programme.id)
                .runAsOperator(at: now, in: db)
        }
    }
}

extension Mail {
    /// Where its link leads, without scheme and host.
    var path: String {
        guard let link = letter.text.firstMatch(of: #/https?://[^/\s]+(/\S+)/#) else { return "" }
        return String(link.1)
    }

    /// The six digits of a mail by which one signs in.
    var code: String {
        guard let match = letter.text.firstMatch(of: #/\b(\d{3}) (\d{3})\b/#) else { return "" }
        return String(match.1 + match.2)
    }
}

extension Browser {
    /// Sends a form of a page the way it was drawn, with the hidden fields, and what is typed into it.
    ///
    /// - Parameter action: which form is meant, when the page has several
    func submit(
        _ page: Answer, _ typed: KeyValuePairs<String, String> = [:], action: String? = nil, headers: HTTPFields = [:]
    ) async throws -> Answer {
        let forms = page.text.matches(of: #/<form\b[^>]*?action="([^"]*)"[^>]*>(.*?)</form>/#.dotMatchesNewlines())
        let meant =
            if let action { forms.first { $0.1 == action } ?? forms.first { $0.1.hasPrefix(action) } } else {
                forms.first { !$0.0.contains("role=\"search\"") }
            }
        let form = try #require(meant)
        let hidden = form.2.matches(of: #/<input type="hidden" name="([^"]*)" value="([^"]*)">/#)
            .map { (String($0.1), Self.unescaped(String($0.2))) }
        let body = QueryText.joined(hidden + typed.map { ($0.key, $0.value) }).dropFirst()
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        // The part after # stays in the browser.
        let target = Self.unescaped(String(form.1.prefix { $0 != "#" }))
        return try await send(.post, target, headers: headers, body: String(body))
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

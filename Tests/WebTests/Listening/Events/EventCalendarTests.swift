// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct EventCalendarTests {
    @Test func `every event known to the day is in the calendar`() async throws {
        let programme = "musterregion"
        let dated: Int64? = try await Bundled.database(.sqlite).read { db in
            let id = try RecordedNumbers.programme(programme, in: db)
            return try db.value(
                """
                SELECT COUNT(*) FROM event e JOIN public_matter m ON m.id = e.id
                WHERE m.programme_id = \(id) AND length(e.held_on) = 10
                """)
        }
        let count = try #require(dated)
        #expect(count > 0)
        let answer = try await Browser(Bundled.site()).get("/p/\(programme)/termine.ics")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(answer.text.occurrences(of: "BEGIN:VEVENT") == Int(count))
    }

    @Test func `lines end with CRLF and are folded`() async throws {
        let host = String(repeating: "beteiligung.", count: 5) + "example"
        let answer = try await Browser(Bundled.site()).get("/p/musterregion/termine.ics", host: host)
        let bytes = Array(answer.text.utf8)
        let breaks = bytes.indices.filter { bytes[$0] == 0x0A }
        #expect(breaks.count > 10)
        #expect(breaks.allSatisfy { $0 > 0 && bytes[$0 - 1] == 0x0D })
        let lengths = bytes.split(separator: 0x0A).map { $0.count - 1 }
        #expect(lengths.allSatisfy { $0 <= 75 })
        #expect(answer.text.contains("\r\n "))
    }

    @Test func `one event is taken over as a whole day with its address`() async throws {
        let browser = Browser(try await Bundled.site())
        let event = try await firstDated()
        let page = try await browser.get("/p/musterregion/veranstaltungen/\(event.number)")
        let link = "/p/musterregion/veranstaltungen/\(event.number)/termin.ics"
        #expect(page.links.contains(link))
        #expect(page.text.contains("type=\"text/calendar\""))
        let answer = try await browser.get(link)
        let unfolded = answer.text.replacing("\r\n ", with: "")
        #expect(answer.text.occurrences(of: "BEGIN:VEVENT") == 1)
        let day = try #require(event.heldOn).text.replacing("-", with: "")
        #expect(unfolded.contains("DTSTART;VALUE=DATE:\(day)\r\n"))
        #expect(
            unfolded.contains("URL:http://127.0.0.1:8080/p/musterregion/veranstaltungen/\(event.number)\r\n"))
    }

    @Test func `an event that is not there has no calendar entry`() async throws {
        let browser = Browser(try await Bundled.site())
        let missing = try await browser.get("/veranstaltungen/999999/termin.ics")
        let malformed = try await browser.get("/veranstaltungen/x/termin.ics")
        #expect([missing.status, malformed.status] == [404, 404])
    }

    @Test func `the dates to come lead to the calendar`() async throws {
        let page = try await Browser(Bundled.site()).get("/termine")
        #expect(page.links.contains("/termine.ics"))
    }

    private func firstDated() async throws -> Event {
        let events = try await Bundled.database(.sqlite).read { db in
            let id = try RecordedNumbers.programme("musterregion", in: db)
            return try Event.list(Event.Filter(), ListPage(1), in: id, db).rows
        }
        return try #require(events.first { $0.heldOn?.precision == .day })
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func occurrences(of text: String) -> Int {
        ranges(of: text).count
    }
}

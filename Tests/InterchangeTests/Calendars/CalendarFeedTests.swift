// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Testing

@Suite struct CalendarFeedTests {
    private let changedAt = Date(timeIntervalSince1970: 1_572_944_400)

    @Test func `a gathering is written with its moments in UTC`() {
        let event = CalendarEvent(
            identifier: "event-7@dreiklang", sequence: 2, changedAt: changedAt,
            time: .moments(start: changedAt, end: changedAt.addingTimeInterval(5_400)), status: .cancelled,
            title: "Townhall: Essen; Mitte, Nord", description: "Zeile 1\r\nC:\\Pfad\u{7}",
            location: "Zeche Zollverein", link: "https://example.org/a,b;c\r\nX:1", categories: ["Forum", "a,b"])

        let text = text(of: CalendarFeed(producer: "-//Dreiklang//DE", name: "Termine", events: [event]))

        #expect(
            text
                == """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Dreiklang//DE
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                NAME:Termine
                X-WR-CALNAME:Termine
                REFRESH-INTERVAL;VALUE=DURATION:PT6H
                X-PUBLISHED-TTL:PT6H
                BEGIN:VEVENT
                UID:event-7@dreiklang
                DTSTAMP:20191105T090000Z
                LAST-MODIFIED:20191105T090000Z
                SEQUENCE:2
                STATUS:CANCELLED
                DTSTART:20191105T090000Z
                DTEND:20191105T103000Z
                SUMMARY:Townhall: Essen\\; Mitte\\, Nord
                DESCRIPTION:Zeile 1\\nC:\\\\Pfad
                LOCATION:Zeche Zollverein
                URL:https://example.org/a,b;cX:1
                CATEGORIES:Forum,a\\,b
                END:VEVENT
                END:VCALENDAR

                """.replacing("\n", with: "\r\n"))
    }

    @Test(arguments: [
        ("2019-11-05", "2019-11-05", "20191105", "20191106"),
        ("2020-02-28", "2020-02-28", "20200228", "20200229"),
        ("2021-02-28", "2021-02-28", "20210228", "20210301"),
        ("2019-12-30", "2019-12-31", "20191230", "20200101"),
        ("2019-11-05", "2019-11-04", "20191105", "20191106"),
    ])
    func `a deadline lasts to the end of its last day`(first: String, last: String, start: String, end: String) throws {
        let time = CalendarEvent.Time.days(
            first: try #require(CalendarDay(first)), last: try #require(CalendarDay(last)))
        let event = CalendarEvent(identifier: "1", changedAt: changedAt, time: time, title: "Frist")

        let text = text(of: CalendarFeed(producer: "p", name: "n", events: [event]))

        #expect(text.contains("\r\nDTSTART;VALUE=DATE:\(start)\r\nDTEND;VALUE=DATE:\(end)\r\nTRANSP:TRANSPARENT\r\n"))
    }

    @Test(arguments: [
        "2019-02-29", "1900-02-29", "2019-13-01", "2019-00-10", "2019-11-31", "2019-11", "2019-1-05", "+019-01-05", "",
    ])
    func `a day that does not exist is none`(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func `days before 1970 and moments before it are right`() {
        let event = CalendarEvent(
            identifier: "1", changedAt: Date(timeIntervalSince1970: -1), time: .moments(start: changedAt, end: nil),
            title: "x")

        let text = text(of: CalendarFeed(producer: "p", name: "n", events: [event]))

        #expect(text.contains("\r\nDTSTAMP:19691231T235959Z\r\n"))
        #expect(!text.contains("DTEND"))
    }

    @Test(arguments: ["ä", "🚲", "x", "\\", "👩‍👩‍👧"])
    func `no line is longer than 75 octets and no character is torn`(character: String) {
        let title = "a" + String(repeating: character, count: 300)
        let event = CalendarEvent(
            identifier: "1", changedAt: changedAt, time: .moments(start: changedAt, end: nil), title: title)

        let bytes = CalendarFeed(producer: "p", name: "n", events: [event]).bytes()
        let lines = bytes.split(separator: Array("\r\n".utf8))
        let unfolded = String(decoding: bytes.split(separator: Array("\r\n ".utf8)).joined(), as: UTF8.self)

        #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
        #expect(lines.contains { $0.count >= 72 })
        #expect(unfolded.contains("\r\nSUMMARY:\(title.replacing("\\", with: "\\\\"))\r\n"))
    }

    private func text(of feed: CalendarFeed) -> String {
        String(decoding: feed.bytes(), as: UTF8.self)
    }
}

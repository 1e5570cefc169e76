// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import NIOHTTP1

/// The heads of the two answers that a kept page can get, made once.
struct DirectHeads: Sendable {
    let whole: HTTPResponseHead
    let notModified: HTTPResponseHead

    /// - Parameter made: when the answer was made, which stands in its header `Date`
    init(_ fields: HTTPFields, withoutBody bare: HTTPFields, made: Date) {
        let date = HTTPDate.text(made)
        whole = Self.head(.ok, fields, date)
        notModified = Self.head(.notModified, bare, date)
    }

    private static func head(_ status: HTTPResponseStatus, _ fields: HTTPFields, _ date: String) -> HTTPResponseHead {
        var pairs = fields.map { ($0.name.rawName, $0.value) }
        pairs.append(("Date", date))
        return HTTPResponseHead(version: .http1_1, status: status, headers: HTTPHeaders(pairs))
    }
}

/// The form of dates in headers, RFC 9110 §5.6.7: `Tue, 05 Nov 2019 09:00:00 GMT`.
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ date: Date) -> String {
        var seconds = time_t(date.timeIntervalSince1970)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { twoDigits($0) }.joined(separator: ":")
        let day = "\(days[Int(parts.tm_wday)]), \(twoDigits(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
        return "\(day) \(parts.tm_year + 1900) \(time) GMT"
    }

    private static func twoDigits(_ number: Int32) -> String {
        (number < 10 ? "0" : "") + String(number)
    }
}

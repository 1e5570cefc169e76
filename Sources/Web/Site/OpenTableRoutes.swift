// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import NIOCore
import Participation

/// The formats in which a list can be taken away; the raw value ends its address.
enum OpenFormat: String, CaseIterable, Sendable {
    case csv, json

    var mediaType: String {
        switch self {
        case .csv: "text/csv"
        case .json: "application/json"
        }
    }
}

extension RouteTable {
    /// A list in open formats, at `PATH.csv` and `PATH.json`. It is read whole in one look at the database and put
    /// aside before it is sent, so a slow reader holds no connection; two at a time, so that pages find a reader.
    func downloads(_ list: OpenList, _ site: Site) {
        openLists.append(list)
        for format in OpenFormat.allCases {
            get(RouterPath("\(list.path).\(format.rawValue)")) { request, context in
                let programme = try context.programme
                let today = Moment(site.clock()).day
                var context = context
                context.links = context.links.reached(at: site.root(for: request))
                let path = String(context.address.path.dropLast(format.rawValue.count + 1))
                let download = OpenDownload(
                    list: list, path: path, day: today.text, programme: programme, eventLoop: context.eventLoop)
                return try await site.downloads.pass {
                    try await site.read { [context] db in
                        let reading = OpenReading(programme: programme.id, context: context, today: today, db: db)
                        return try download.answer(as: format, reading, in: site.spoolRoom)
                    }
                }
            }
        }
    }
}

/// A list on its way to a reader's disk.
private struct OpenDownload {
    let list: OpenList
    let path: String
    let day: String
    let programme: SiteProgramme
    let eventLoop: (any EventLoop)?

    func answer(as format: OpenFormat, _ reading: OpenReading, in room: SpoolRoom) throws -> Response {
        switch format {
        case .csv:
            answer(try list.csv(reading, in: room), type: "text/csv; charset=utf-8; header=present", format)
        case .json:
            answer(
                try list.json(reading, about: description(in: reading.context), in: room), type: "application/json",
                format)
        }
    }

    private func answer(_ body: SpooledBody, type: String, _ format: OpenFormat) -> Response {
        let list = path.dropFirst().replacing("/", with: "-")
        let name = "\(programme.slug)-\(list)-\(day).\(format.rawValue)"
        return Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: body.responseBody(sentOn: eventLoop))
    }

    private func description(in context: SiteContext) -> [JSONValue.Member] {
        let query = context.query.replacing(["seite": nil]).text
        return [
            JSONValue.Member("programme", .text(programme.slug)),
            JSONValue.Member("programme_name", .text(programme.name(in: context.language))),
            JSONValue.Member("is_invented", .bool(programme.isInvented)),
            JSONValue.Member("address", .text(context.links.absolute(path) + query)),
            JSONValue.Member("read_on", .text(day)),
        ]
    }
}

extension Site {
    /// What absolute addresses begin with: the public address, or the host that was asked.
    func root(for request: Request) -> String {
        settings.publicRoot
            ?? "\(request.head.scheme ?? "http")://\(request.head.authority ?? "127.0.0.1:8080")"
    }
}

// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import Participation
import Storage

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
    /// The list at a path in open formats, at `PATH.csv` and `PATH.json`. It is read whole in one look at the database
    /// and then sent from memory, so a slow reader holds no connection.
    func downloads(
        of path: String, _ site: Site,
        _ load: @escaping @Sendable (_ programme: String, SiteContext, Connection) throws -> OpenTable
    ) {
        for format in OpenFormat.allCases {
            get(RouterPath("\(path).\(format.rawValue)")) { request, context in
                let programme = try context.programme
                var context = context
                context.links = context.links.reached(at: site.root(for: request))
                let table = try await site.read { [context] db in try load(programme.id, context, db) }
                let download = OpenDownload(
                    table: table, path: path, day: Moment(site.clock()).day.text, programme: programme)
                return download.answer(as: format, in: context)
            }
        }
    }
}

/// A list on its way to a reader's disk.
private struct OpenDownload {
    let table: OpenTable
    let path: String
    let day: String
    let programme: SiteProgramme

    func answer(as format: OpenFormat, in context: SiteContext) -> Response {
        switch format {
        case .csv: answer(table.csv(), type: "text/csv; charset=utf-8; header=present", format)
        case .json: answer(table.json(about: description(in: context)), type: "application/json", format)
        }
    }

    private func answer(_ bytes: [UInt8], type: String, _ format: OpenFormat) -> Response {
        let name = "\(programme.slug)-\(path.dropFirst())-\(day).\(format.rawValue)"
        return Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
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

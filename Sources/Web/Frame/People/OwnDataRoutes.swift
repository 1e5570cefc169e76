// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import Participation
import Storage

/// `/mein/daten`: everything that is kept about a person, at once and for taking away.
struct OwnDataRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.data), use: show)
        table.get(RouterPath(PeoplePaths.dataPackage), use: take)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let data = try await read(context)
        return try site.render(OwnDataPage(data, in: context), in: context)
    }

    @Sendable
    private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        let package = OwnDataPackage(try await read(context), day: Moment(site.clock()).day.text, in: context)
        let bytes = try package.packed()
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"meine-daten.zip\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func read(_ context: SiteContext) async throws -> PersonalData {
        let (visitor, keys, now) = (context.visitor, site.settings.pollKeys, Moment(site.clock()))
        return try await site.read { db in try PersonalData.read(as: visitor, pollKeys: keys, at: now, in: db) }
    }
}

/// The same tables as JSON, as CSV, and in words.
struct OwnDataPackage {
    private let data: PersonalData
    private let day: String
    private let readme: String

    init(_ data: PersonalData, day: String, in context: SiteContext) {
        self.data = data
        self.day = day
        let tables = data.tables.map { table in
            [
                "\(table.name): \(context.text("people.data.tables.\(table.name)"))",
                "  " + table.columns.joined(separator: ", "), table.note(in: context).map { "  " + $0 },
            ].compactMap { $0 }.joined(separator: "\n")
        }
        readme =
            ([context.text("people.data.readme", ["date": context.notation.date(day)])] + tables)
            .joined(separator: "\n\n") + "\n"
    }

    func packed() throws -> [UInt8] {
        let tables = data.tables.flatMap { table in
            [
                PackageFiles.File(name: "\(table.name).json", bytes: json(table)),
                PackageFiles.File(name: "\(table.name).csv", bytes: csv(table)),
            ]
        }
        return try PackageFiles([PackageFiles.File(name: "README.txt", bytes: Array(readme.utf8))] + tables).zipped()
    }

    private func json(_ table: PersonalData.Table) -> [UInt8] {
        let rows = table.rows.map { row in
            JSONValue.object(
                zip(table.columns, row).map { name, value in
                    JSONValue.Member(name, value.map { .text($0) } ?? .null)
                })
        }
        return JSONValue.list(rows).bytes()
    }

    private func csv(_ table: PersonalData.Table) -> [UInt8] {
        CSVWriter(columns: table.columns).bytes(of: table.rows.map { row in row.map { $0 ?? "" } })
    }
}

/// What is kept, table by table, with the way to take it away.
struct OwnDataPage: Page {
    static let template = "People/data"
    let heading: String
    let download: String
    let tables: [Part]
    let privacy: String
    let crumbs: [Crumb]

    struct Part: Sendable {
        let title: String
        let count: String
        /// Why there is no more in it.
        let note: String?
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OwnDataPage(
        heading: "Meine Daten", download: "/mein/daten.zip",
        tables: [Part(title: "Profil", count: "1 Eintrag", note: "Was Sie gewählt haben, steht nirgends.")],
        privacy: "/datenschutz",
        crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension OwnDataPage {
    init(_ data: PersonalData, in context: SiteContext) {
        heading = context.text("people.own.ways.data")
        download = context.links.to(PeoplePaths.dataPackage)
        tables = data.tables.map { table in
            Part(
                title: context.text("people.data.tables.\(table.name)"),
                count: context.text("people.data.rows", count: table.rows.count), note: table.note(in: context))
        }
        privacy = context.links.to("/datenschutz")
        crumbs = [context.ownCrumb]
    }
}

extension PersonalData.Table {
    fileprivate func note(in context: SiteContext) -> String? {
        name == "ballots" ? context.text("people.data.ballots-note") : nil
    }
}

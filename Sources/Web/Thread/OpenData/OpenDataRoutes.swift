// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import Participation
import Storage

/// `/daten`: everything that can be taken away, described for people and, as a catalogue, for programs. It stands last
/// among the features, since it describes the lists that the others have registered.
struct OpenDataRoutes: FeatureRoutes {
    static let cataloguePath = "/daten/katalog.jsonld"

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        let lists = table.openLists
        table.get("/daten") { try await show(lists, $0, $1) }
        table.get(RouterPath(Self.cataloguePath)) { try await catalogue(lists, $0, $1) }
    }

    private func show(_ lists: [OpenList], _ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.programme.id
        let licence = site.settings.dataLicence
        let page = try await site.read { db in
            guard let programme = try Programme.find(id, in: db) else { throw PageFault.noProgramme }
            let ids = try TextTally.matters(in: .simpleGerman, of: id, db)
            let matters = try MatterSummary.list(ids, in: id, db)
            let easy = ids.compactMap { id in matters.first { $0.id == id } }
            let view = OpenDataView(
                programme: programme, lists: lists, licence: licence, languages: try TextTally.list(in: id, db),
                easy: easy, root: site.root(for: request))
            let texts = try ProgrammeTexts(for: context.language, of: easy.map(\.id), in: id, db)
            return try OpenDataPage(view, texts, in: context)
        }
        return try site.render(page, in: context)
    }

    private func catalogue(_ lists: [OpenList], _ request: Request, _ context: SiteContext) async throws -> Response {
        let id = try context.programme.id
        var context = context
        context.links = context.links.reached(at: site.root(for: request))
        let licence = site.settings.dataLicence
        let catalogue = try await site.read { [context] db in
            guard let programme = try Programme.find(id, in: db) else { throw PageFault.noProgramme }
            let consultations = try Consultation.list(in: id, db).filter { $0.statements > 0 }.map(\.number)
            return DataCatalogue(programme, lists, consultations: consultations, licence, in: context)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "application/ld+json", .accessControlAllowOrigin: "*"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: catalogue.jsonLD())))
    }
}

extension DataCatalogue {
    /// - Parameter consultations: the numbers that stand for `{number}` in the address of a synopsis
    init(
        _ programme: Programme, _ lists: [OpenList], consultations: [Int64], _ licence: DataLicence,
        in context: SiteContext
    ) {
        self.init(
            address: context.links.absolute(OpenDataRoutes.cataloguePath),
            title: "\(context.text("opendata.page.heading")): \(programme.title)",
            description: context.text("opendata.page.lead"), language: context.language.rawValue,
            publisher: programme.responsible ?? programme.title, contact: context.links.absolute("/kontakt"),
            licence: licence, attribution: programme.attributionLine(context.links),
            sets: lists.map { DataSet($0, of: programme, consultations: consultations, in: context) }
                .filter { !$0.files.isEmpty })
    }
}

extension DataSet {
    fileprivate init(
        _ list: OpenList, of programme: Programme, consultations: [Int64], in context: SiteContext
    ) {
        let paths =
            list.hasPattern
            ? consultations.map { list.path.replacing("{number}", with: String($0)) } : [list.path]
        let title = list.title(in: context)
        self.init(
            address: context.links.absolute("/daten") + "#\(list.key)", identifier: list.key,
            title: "\(title): \(programme.title)", description: context.text("opendata.list.\(list.key).about"),
            page: context.links.absolute(list.hasPattern ? "/beteiligungen" : list.page),
            keywords: [context.text("opendata.page.keyword"), title],
            files: paths.flatMap { path in
                OpenFormat.allCases.map { format in
                    File(
                        address: context.links.absolute("\(path).\(format.rawValue)"),
                        title: "\(title) (\(format.rawValue.uppercased()))", format: format.rawValue.uppercased(),
                        mediaType: format.mediaType)
                }
            })
    }
}

extension Programme {
    /// How whoever uses the data names their source: what the programme asks for, and where it was found.
    func attributionLine(_ links: Links) -> String {
        [title, attribution, links.absolute("/")].compactMap { $0 }.joined(separator: "; ")
    }
}

extension OpenList {
    /// Whether the address holds a number that stands for one of many.
    var hasPattern: Bool { path.contains("{") }

    /// What a column means; some columns mean something of their own in one list.
    func meaning(of field: OpenField, in context: SiteContext) -> String {
        let name = field.name.asAddressWord
        return context.texts.has("opendata.list.\(key).field.\(name)")
            ? context.text("opendata.list.\(key).field.\(name)") : context.text("opendata.field.\(name)")
    }
}

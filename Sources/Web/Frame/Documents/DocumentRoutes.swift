// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// Where the files of documents are found.
enum DocumentPaths {
    static let document = "/dokumente/{number}"

    static func document(_ number: Int64) -> String { "/dokumente/\(number)" }
}

/// `/dokumente/12`: the file of a public document. It is given to be saved, never shown as a page of this site.
struct DocumentRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(DocumentPaths.document), use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme) = (try context.number(), try context.programme.id)
        let document = try await site.read { db in try Document.find(number: number, in: programme, db) }
        guard let document, document.file != nil else { throw PageFault.notFound }
        return try await site.file(of: document, to: request, context)
    }
}

extension Site {
    /// The file of a document, for whoever may read it. It is put aside first, so that a slow reader holds no
    /// connection.
    func file(of document: Document, to request: Request, _ context: SiteContext) async throws -> Response {
        guard let file = document.file else { throw PageFault.notFound }
        let tag = "\"\(file.digest)\""
        var headers: HTTPFields = [
            .contentType: file.mediaType.rawValue, .eTag: tag, .cacheControl: "no-cache",
            .contentDisposition: document.disposition,
        ]
        // Even opened on its own, it may run nothing, load nothing and belongs to no site.
        if let name = HTTPField.Name("Content-Security-Policy") { headers[name] = "sandbox; default-src 'none'" }
        if request.headers[.ifNoneMatch]?.contains(tag) ?? false {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        let room = spoolRoom
        let body = try await read { db in
            let spool = Spool(in: room)
            try file.forEachPiece(in: db) { try spool.append($0) }
            return SpooledBody(beginning: [], middle: try spool.finished(), end: [])
        }
        return Response(status: .ok, headers: headers, body: body.responseBody(sentOn: context.eventLoop))
    }
}

extension Document {
    /// To be saved under its own name (RFC 6266), which old programs read without what they do not know.
    fileprivate var disposition: String {
        let ending = file.map { "." + $0.mediaType.ending } ?? ""
        let name = (fileName ?? "").isEmpty ? "dokument-\(number ?? 0)\(ending)" : fileName ?? ""
        let plain = String(String.UnicodeScalarView(name.unicodeScalars.map { Self.isPlain($0) ? $0 : "_" }))
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(QueryText.encoded(name))"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\" && scalar != "%"
    }
}

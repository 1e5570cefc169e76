// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// The files of `Resources/Public`, read once at the start. Each is served under a name that contains its digest,
/// so browsers may keep it for ever.
struct Assets: Sendable {
    private let files: [String: File]
    private let addresses: [String: String]
    /// The values first, since they name the order of the layers; the others in alphabetical order.
    let stylesheets: [String]
    let scripts: [String]

    /// A file in the forms in which it is served, compressed once.
    struct File: Sendable {
        /// Under the name with the digest, which browsers may keep for ever.
        let lasting: FinishedAnswer
        /// Under a name that stays while the content changes.
        let passing: FinishedAnswer

        init(_ content: ByteBuffer, mediaType: String) throws {
            lasting = try FinishedAnswer(
                headers: [.contentType: mediaType, .cacheControl: "public, max-age=31536000, immutable"], body: content)
            passing = try FinishedAnswer(
                headers: [.contentType: mediaType, .cacheControl: "public, max-age=86400"], body: content)
        }
    }

    init(folder: URL) throws {
        let names = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
        var files: [String: File] = [:]
        var addresses: [String: String] = [:]
        for name in names {
            guard let mediaType = Self.mediaTypes[folder.appending(path: name).pathExtension] else { continue }
            let data = try Data(contentsOf: folder.appending(path: name))
            let digest = Hexadecimal.digits(of: SHA256.hash(data: data).prefix(8))
            let address = Self.address(name, digest: digest)
            files[address] = try File(ByteBuffer(bytes: data), mediaType: mediaType)
            addresses[name] = address
        }
        let sheets = names.filter { $0.hasPrefix("css/") && $0.hasSuffix(".css") }
        self.stylesheets = (sheets.filter { $0 == "css/tokens.css" } + sheets.filter { $0 != "css/tokens.css" })
            .compactMap { addresses[$0] }
        self.scripts = names.filter { $0.hasPrefix("js/") && $0.hasSuffix(".js") }.compactMap { addresses[$0] }
        self.files = files
        self.addresses = addresses
    }

    /// The address of a file by its name below the folder: `css/base.css`.
    func address(of name: String) -> String? {
        addresses[name]
    }

    func file(at address: String) -> File? {
        files[address]
    }

    func file(named name: String) -> File? {
        addresses[name].flatMap { files[$0] }
    }

    private static func address(_ name: String, digest: String) -> String {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return "/assets/\(name[..<dot]).\(digest)\(name[dot...])"
    }

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "webp": "image/webp",
        "ico": "image/x-icon",
        "woff2": "font/woff2",
        "webmanifest": "application/manifest+json",
        "txt": "text/plain; charset=utf-8",
    ]
}

/// Serves the files of the site's design.
struct AssetRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/assets/**", use: file)
        table.get("/favicon.svg") { request, _ in try answer(to: request, named: "images/favicon.svg") }
        table.get("/favicon.ico") { request, _ in try answer(to: request, named: "images/favicon.ico") }
    }

    @Sendable
    private func file(_ request: Request, _ context: SiteContext) throws -> Response {
        guard let file = site.assets.file(at: context.address.path) else { throw PageFault.notFound }
        return file.lasting.response(to: request)
    }

    private func answer(to request: Request, named name: String) throws -> Response {
        guard let file = site.assets.file(named: name) else { throw PageFault.notFound }
        return file.passing.response(to: request)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage

/// The portal as one value: everything a handler may use, handed in at the start.
public struct Site: Sendable {
    public let database: Database
    public let settings: SiteSettings
    public let templates: Templates
    public let texts: Texts
    public let clock: @Sendable () -> Date
    public let logger: Logger
    let assets: Assets
    let legalTexts: LegalTexts
    let programmes: ProgrammeList

    /// Reads the programmes of the installation, the main one first.
    public typealias ProgrammeList = @Sendable (Connection) throws -> [SiteProgramme]

    public init(
        database: Database, settings: SiteSettings, programmes: @escaping ProgrammeList,
        clock: @escaping @Sendable () -> Date = { Date() }, logger: Logger
    ) throws {
        self.database = database
        self.settings = settings
        self.templates = try Templates(folder: settings.resources.appending(path: "Templates"))
        self.texts = try Texts(folder: settings.resources.appending(path: "Locales"))
        self.assets = try Assets(folder: settings.resources.appending(path: "Public"))
        self.legalTexts = LegalTexts(
            folders: [settings.legalTexts, settings.resources.appending(path: "Legal")].compactMap { $0 })
        self.programmes = programmes
        self.clock = clock
        self.logger = logger
    }

    /// One consistent look at the database.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await database.read(body)
    }

    /// One change, whole or not at all.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await database.write(body)
    }

    /// The page in the layout of the site.
    func render(
        _ page: some Page, in context: SiteContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let layout = LayoutValues(page.head, in: context, assets: assets)
        let values = PageValues(page: page, layout: layout, context: context, assets: assets)
        let html = try templates.render(values, template: type(of: page).template)
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}

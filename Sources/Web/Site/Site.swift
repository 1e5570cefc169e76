// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Interchange
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
    let entrance: Entrance
    /// Nil when pages are not kept.
    let pageCache: PageCache?
    let metrics: Metrics
    /// Downloads are long work: two at a time are put together, whoever asks for more waits.
    let downloads = Turnstile(width: 2)
    let spoolRoom = SpoolRoom()
    let intake = FileIntake()

    /// Reads the programmes of the installation, the main one first.
    public typealias ProgrammeList = @Sendable (Connection) throws -> [SiteProgramme]

    public init(
        database: Database, settings: SiteSettings, programmes: @escaping ProgrammeList,
        clock: @escaping @Sendable () -> Date = { Date() }, logger: Logger
    ) throws {
        self.database = database
        self.settings = settings
        self.texts = try Texts(folder: settings.resources.appending(path: "Locales"))
        self.templates = try Templates(folder: settings.resources.appending(path: "Templates"), texts: texts)
        self.assets = try Assets(folder: settings.resources.appending(path: "Public"))
        self.legalTexts = LegalTexts(
            folders: [settings.legalTexts, settings.resources.appending(path: "Legal")].compactMap { $0 })
        self.programmes = programmes
        self.entrance = try Entrance(settings)
        self.clock = clock
        self.logger = logger
        self.pageCache = settings.keepsPages ? PageCache(clock: clock) : nil
        self.metrics = Metrics(started: clock())
    }

    /// One consistent look at the database.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await database.read { db in Counted(try body(db), in: db) }.noted()
    }

    /// One change, whole or not at all.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await database.write { db in Counted(try body(db), in: db) }.noted()
    }

    /// The page in the layout of the site.
    func render(
        _ page: some Page, in context: SiteContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try html(of: page, in: context))))
    }

    func html(of page: some Page, in context: SiteContext) throws -> String {
        let layout = LayoutValues(
            page.head, in: context, assets: assets, licence: settings.dataLicence.page)
        return try templates.render(
            PageValues(page: page, layout: layout), template: type(of: page).template, in: context.language)
    }
}

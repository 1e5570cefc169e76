// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Participation
import Storage
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the portal.",
        discussion: "The first start imports the bundled programmes; Ctrl-C ends it, requests under way are answered.")

    @Option(help: "The port to listen on (default: DREIKLANG_PORT, else 8080).")
    var port: Int?

    @Option(help: "The address to listen on (default: DREIKLANG_HOST, else 127.0.0.1).")
    var host: String?

    @Flag(help: "Start without the bundled programmes.")
    var empty = false

    @Flag(help: "Let whoever sits at this machine sign in as one of the invented people with one click.")
    var demo = false

    @OptionGroup var installation: InstallationOptions

    func validate() throws {
        if let port, !(1...65535).contains(port) { throw ValidationError("--port is a number from 1 to 65535") }
    }

    func run() async throws {
        Allocator.limitArenas()
        let (database, settings) = try await installation.open()
        var logger = Logger(label: "dreiklang")
        guard let level = Logger.Level(rawValue: settings.logLevel) else {
            throw CommandFailure("dreiklang: DREIKLANG_LOG_LEVEL knows no “\(settings.logLevel)”.")
        }
        logger.logLevel = level
        if !empty, settings.bringsBundledProgrammes {
            try await BundledProgrammes(resources: settings.resources).importIfNone(into: database)
        }
        let address = host ?? settings.host
        let number = try port ?? settings.port
        if demo { try await DemoServing.prepare(database, host: address, settings) }
        try await SearchIndexing.run(RebuildSearch(onlyOutdated: true), in: database)
        _ = try await database.write { db in try DeleteOldRegistrations().run(at: Clock.now, in: db) }
        let site = try Site(
            database: database, settings: try siteSettings(settings, host: address, port: number),
            programmes: Site.programmes, logger: logger)
        Allocator.returnFreed()
        Console.say("Dreiklang: http://\(address):\(number)")
        do {
            let log = logger
            async let _ = ConsultationDates.follow(in: database, log)
            async let _ = ProjectDates.follow(in: database, log)
            async let _ = PollDates(database: database, keys: site.settings.pollKeys).follow(log)
            try await Serving(mail: try settings.mail, exports: ExportRound(site), site: site, logger: logger)
                .run(site.application(host: address, port: number))
        } catch {
            await database.close()
            guard let fault = ListeningFault(error) else { throw error }
            throw CommandFailure("dreiklang: \(fault.advice(host: address, port: number))")
        }
        await database.close()
    }

    private func siteSettings(_ settings: Settings, host: String, port: Int) throws -> SiteSettings {
        let secrets = SecretsFile(settings, database: installation.database ?? settings.database)
        var site = SiteSettings(
            publicURL: try settings.publicURL, trustedProxies: settings.trustedProxies,
            resources: settings.resources, legalTexts: settings.legalTexts,
            keepsPages: settings.keepsPages, metricsToken: settings.metricsToken,
            secret: try secrets.formKey(),
            isDemonstration: demo, localRoot: "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)",
            dataLicence: try settings.dataLicence)
        site.quarantine = try settings.quarantine
        site.printer = try settings.printer
        site.pollKeys = secrets.pollKeys
        site.sendsMail = try settings.mail != nil
        return site
    }
}

/// The programmes that come with the program, the first of them as the main one.
struct BundledProgrammes {
    let resources: URL

    static let slugs = ["ruhr-konferenz", "musterregion"]

    /// Imports them all into a database that has no programme yet.
    func importIfNone(into database: Database) async throws {
        let present = try await database.read { db in try ProgrammeQueries.all(in: db) }
        guard present.isEmpty else { return }
        for slug in Self.slugs {
            let path = resources.appending(path: "Programmes/\(slug)").path
            do {
                let report = try await PackageImporting.run(path, overwrite: [], isTrial: false, into: database)
                Console.say("Imported \(slug): \(report.created.count) objects")
            } catch {
                throw PackageImporting.failure(error, path: path)
            }
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird

@testable import Web

/// Every part of the design on one page, for tests and for the eye. The product has no such page.
struct StyleGuidePage: Page {
    static let template = "Trial/style-guide"
    let lead =
        "Von 2018 bis 2019 haben Menschen aus der ganzen Region beraten, was sich ändern soll. "
        + "Hier steht, was daraus geworden ist: Schritt für Schritt, mit Quelle und Datum."
    let lifeLine = LifeLine.sample
    let figures = [
        FigureTile.sample,
        FigureTile(
            label: "Mittel des Landes", values: [FigureTile.Value(number: "60,8 Mio. €", origin: "bewilligt bis 2024")],
            definition: nil, link: "/zahlen", linkLabel: "Woher diese Zahl kommt"),
        FigureTile(
            label: "Offene Pflichten", values: [FigureTile.Value(number: "7", origin: "davon 2 überfällig")],
            definition: "Antworten, die eine Stelle noch schuldet.", link: "/pflichten", linkLabel: "Zur Liste"),
    ]
    let notice = Notice.sample
    let thread = RedThreadChain.sample
    let facts = Facts.sample
    let light: TrafficLight
    let progress = ProgressBar.sample
    let cards = [Card.sample, Card.sample, Card.sample]
    let filter = FilterForm.sample
    let sort = SortBar.sample
    let rows = [ListRow.sample, ListRow.sample, ListRow(title: "Kreativ.Quartiere Ruhr", link: "/projekte/9")]
    let pager = Pager.sample
    let table = Table.sample
    let empty = EmptyState.sample
    let badges = [
        Badge("in Planung", tone: .quiet, shape: .ring), Badge("läuft", tone: .acting, shape: .disc),
        Badge("abgeschlossen", tone: .good, shape: .tick), Badge("ruht", tone: .warning, shape: .pause),
        Badge("verstetigt", tone: .good, shape: .arrow), Badge("eingestellt", tone: .bad, shape: .cross),
        Badge("in Prüfung", tone: .deciding, shape: .diamond), Badge("eingegangen", tone: .listening, shape: .disc),
        Badge("unbekannt", tone: .quiet, shape: .dash), Badge("überfällig", tone: .warning, shape: .triangle),
    ]
    let summary = ErrorSummary.sample
    let fields = [FormField(name: "name", label: "Ihr Name", completion: "name"), FormField.sample]
    let sources = SourceList.sample

    var head: PageHead {
        PageHead(title: "Gestaltung", crumbs: [Crumb(label: "Das Programm", link: "/programm")])
    }

    static let sample = StyleGuidePage(
        light: TrafficLight(.yellow, in: LocalTexts(texts: Texts(entries: [:]), language: .german)))
}

/// Serves the style guide, and a search so that its field is shown.
struct StyleGuideRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/gestaltung") { _, context in
            try site.render(StyleGuidePage(light: TrafficLight(.yellow, in: context.texts)), in: context)
        }
    }
}

extension TestSite {
    /// The real templates together with those that exist in tests only.
    static func makeWithStyleGuide() async throws -> Site {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dreiklang-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["Locales", "Public", "Templates", "common-passwords.txt"] {
            try FileManager.default.copyItem(
                at: resources.appending(path: name), to: folder.appending(path: name))
        }
        let trial = folder.appending(path: "Templates/Trial")
        try FileManager.default.createDirectory(at: trial, withIntermediateDirectories: true)
        let guide = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "style-guide.mustache")
        try FileManager.default.copyItem(at: guide, to: trial.appending(path: "style-guide.mustache"))
        return try await make(resources: folder, legalTexts: resources.appending(path: "Legal"))
    }
}

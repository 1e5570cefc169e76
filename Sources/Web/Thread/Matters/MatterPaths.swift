// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Where the public finds a matter of any kind.
enum MatterPaths {
    /// The path of the matter's own page, or of the place on a page where it stands; nil where it has none.
    static func show(_ matter: MatterSummary) -> String? {
        if let place = place(matter) { return place }
        guard let list = list(matter.kind) else { return nil }
        switch matter.kind {
        case .municipality, .ministry: return "\(list)/\(matter.key)"
        case .application: return matter.number.map { "\(list)#antrag-\($0)" }
        default: return matter.number.map { "\(list)/\($0)" }
        }
    }

    /// The kinds of which each matter has a page of its own.
    static let kindsWithPages = MatterKind.allCases.filter { list($0) != nil && $0 != .application }

    /// The path of a matter's own page; nil where it has none.
    static func page(_ matter: MatterAddress) -> String? {
        guard kindsWithPages.contains(matter.kind), let list = list(matter.kind) else { return nil }
        switch matter.kind {
        case .municipality, .ministry: return "\(list)/\(matter.key)"
        default: return matter.number.map { "\(list)/\($0)" }
        }
    }

    /// The place on another page, for what has no page of its own.
    private static func place(_ matter: MatterSummary) -> String? {
        switch matter.kind {
        case .programme, .board, .sitting: "/programm"
        case .phase: "/programm#phase-\(matter.key)"
        case .pillar: "/programm#saeule-\(matter.key)"
        case .lesson: "/programm#lehren"
        case .indicator: "/ziele"
        case .timelineEntry: "/chronik#\(anchor(ofTimelineEntry: matter.key))"
        case .statusReport: "/chronik#zwischenstaende"
        default: nil
        }
    }

    static func anchor(ofTimelineEntry key: String) -> String {
        "eintrag-\(key)"
    }

    /// The page that lists all matters of a kind.
    static func list(_ kind: MatterKind) -> String? {
        switch kind {
        case .field: "/handlungsfelder"
        case .goal: "/ziele"
        case .municipality: "/kommunen"
        case .ministry: "/ressorts"
        case .organisation: "/organisationen"
        case .forum: "/themenforen"
        case .activity: "/mitmachangebote"
        case .event: "/veranstaltungen"
        case .idea: "/ideen"
        case .consultation: "/beteiligungen"
        case .proposal: "/vorschlaege"
        case .statement: "/stellungnahmen"
        case .decision: "/beschluesse"
        case .project: "/projekte"
        case .application: "/partnerprojekte"
        case .programme, .phase, .pillar, .indicator, .district, .office, .board, .document, .textVersion, .remark,
            .point, .sitting, .paper, .milestone, .report, .funding, .call, .timelineEntry,
            .statusReport, .lesson, .duty, .link:
            nil
        }
    }

    /// The word for a kind in the address of a thread page.
    static func threadWord(_ kind: MatterKind) -> String? {
        threadWords.first { $0.kind == kind }?.word
    }

    static func kind(ofThreadWord word: String) -> MatterKind? {
        threadWords.first { $0.word == word }?.kind
    }

    static func thread(_ matter: MatterSummary) -> String? {
        guard let word = threadWord(matter.kind), let number = matter.number else { return nil }
        return "/faden/\(word)/\(number)"
    }

    private static let threadWords: [(kind: MatterKind, word: String)] = [
        (.idea, "idee"), (.forum, "forum"), (.activity, "mitmachangebot"), (.event, "veranstaltung"),
        (.proposal, "vorschlag"), (.consultation, "beteiligung"), (.statement, "stellungnahme"),
        (.decision, "beschluss"), (.project, "projekt"), (.application, "partnerantrag"),
    ]
}

// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The buttons by which a document is ordered, on the page of the feature that knows it. Template `Exports/offer`.
struct ExportOffer: Sendable {
    let action: String
    let formKey: String
    let kind: String
    let subject: String
    let buttons: [Button]
    /// What is to be installed for what cannot be made here.
    let missing: String?

    struct Button: Sendable {
        let format: String
        let label: String
    }

    enum Field {
        static let kind = "art"
        static let subject = "gegenstand"
        static let format = "format"
    }

    static let sample = ExportOffer(
        action: "/arbeit/exporte", formKey: "1.2.3", kind: "synopsis", subject: "nummer=10",
        buttons: [Button(format: "docx", label: "Word-Dokument (DOCX)")], missing: "Für PDF fehlt Chromium.")
}

extension Site {
    /// - Parameter subject: what the kind needs to know, as the query of an address without its question mark
    func exportOffer(_ kind: any ExportKind.Type, of subject: String, in context: SiteContext) -> ExportOffer {
        let formats = ExportFormat.allCases.filter { $0 != .pdf || settings.printer != nil }
        return ExportOffer(
            action: context.links.to(ExportPaths.list), formKey: formKey("export", in: context), kind: kind.key,
            subject: subject,
            buttons: formats.map {
                ExportOffer.Button(format: $0.rawValue, label: context.text("exports.formats.\($0.rawValue)"))
            }, missing: settings.printer == nil ? context.text("exports.printer-missing") : nil)
    }
}

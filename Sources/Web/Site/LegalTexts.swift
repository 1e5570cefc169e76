// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Markup

/// The texts that the law or good manners ask of every site. An operator replaces the shipped ones by a folder
/// of the same form: `de/impressum.md`, `en/impressum.md`.
struct LegalTexts: Sendable {
    /// In the order of search: the operator's first.
    let folders: [URL]

    struct Name: Sendable {
        let key: String
        let path: String
    }

    struct Text: Sendable {
        let title: String
        let html: String
        /// The language in which the text is really written.
        let language: Language
    }

    static let names = [
        "impressum", "datenschutz", "barrierefreiheit", "leichte-sprache", "gebaerdensprache", "kontakt",
        "nutzungsregeln",
    ].map { Name(key: $0, path: "/" + $0) }

    /// The text in the language asked for, or else in German. It is read anew each time: these pages are rare, and
    /// an operator who corrects a text sees it at once.
    func text(_ name: String, in language: Language) throws -> Text? {
        for candidate in language == .german ? [Language.german] : [language, .german] {
            for folder in folders {
                let file = folder.appending(path: "\(candidate.rawValue)/\(name).md")
                guard FileManager.default.fileExists(atPath: file.path) else { continue }
                return try Self.text(String(contentsOf: file, encoding: .utf8), in: candidate)
            }
        }
        return nil
    }

    /// The first line is the title, as in `# Impressum`.
    private static func text(_ source: String, in language: Language) throws -> Text {
        let lines = source.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let title = lines[0].drop { $0 == "#" || $0 == " " }
        let body = lines.count > 1 ? String(lines[1]) : ""
        return Text(title: String(title), html: try Markup.html(fromStaff: body, topLevel: 1).text, language: language)
    }
}

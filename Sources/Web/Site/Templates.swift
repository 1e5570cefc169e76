// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Mustache
import Synchronization

/// All templates below one folder, each under its path without the ending: `Projects/show`.
///
/// The words of the interface (`{{t.projects.list.title}}`) are the same on every page of a language. They are put into
/// the templates once for each language; looked up by each page, they would be among its most expensive tags.
public final class Templates: Sendable {
    private let sources: [(file: String, text: String)]
    private let texts: Texts
    /// Each made when its language is first asked for.
    private let libraries: Mutex<[Language: MustacheLibrary]>
    /// Names in alphabetical order.
    let names: [String]

    /// What is wrong with a template, in words for the person who edits it.
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    init(folder: URL, texts: Texts) throws {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        let files = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(Self.ending) }.sorted()
        sources = try files.map { file in
            (file, text: Self.prepared(try String(contentsOf: folder.appending(path: file), encoding: .utf8)))
        }
        self.texts = texts
        names = files.map(Self.name)
        // A template that cannot be read is told at the start and not to the first reader.
        libraries = Mutex([.german: try Self.library(of: sources, speaking: texts.speaking(.german))])
    }

    func render(_ values: any MustacheParent, template: String, in language: Language) throws -> String {
        guard let text = try library(language).render(values, withTemplate: template) else {
            throw Unreadable(description: "there is no template \(template)")
        }
        return text
    }

    private func library(_ language: Language) throws -> MustacheLibrary {
        try libraries.withLock { libraries in
            if let library = libraries[language] { return library }
            let library = try Self.library(of: sources, speaking: texts.speaking(language))
            libraries[language] = library
            return library
        }
    }

    private static let ending = ".mustache"

    private static func name(_ file: String) -> String {
        String(file.dropLast(ending.count))
    }

    private static func library(
        of sources: [(file: String, text: String)], speaking texts: LocalTexts
    ) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (file, text) in sources {
            do {
                try library.register(worded(text, texts), named: name(file))
            } catch let error as MustacheTemplate.ParserError {
                throw Unreadable(description: "\(file), near “\(error.context.line)”: \(error.error)")
            }
        }
        if let layout = library.getTemplate(named: "Site/layout") {
            // Mustache cannot close a parent whose name has a slash.
            library.register(layout, named: "layout")
        }
        return library
    }

    /// Partials forget the content type, so each template names it. White space at the beginning of lines goes:
    /// HTML does not need it, and indented partials would be counted character by character.
    static func prepared(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " || $0 == "\t" } }
        return "{{% CONTENT_TYPE:\(EscapedHTML.name)}}\n" + lines.joined(separator: "\n")
    }

    /// The template with the words of a language in the places that name them.
    static func worded(_ template: String, _ texts: LocalTexts) -> String {
        var result = ""
        var rest = template[...]
        while let opening = rest.range(of: "{{t."), let closing = rest[opening.upperBound...].range(of: "}}") {
            result += rest[..<opening.lowerBound]
            result += EscapedHTML.escaped(texts.text(String(rest[opening.upperBound..<closing.lowerBound])))
            rest = rest[closing.upperBound...]
        }
        return result + rest
    }
}

/// Text becomes HTML byte by byte: several times faster than Mustache's own way.
struct EscapedHTML: MustacheContentType {
    static let name = "DREIKLANG"

    func escapeText(_ text: String) -> String {
        Self.escaped(text)
    }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { replacement(for: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let replacement = replacement(for: byte) {
                bytes.append(contentsOf: replacement.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @inline(__always)
    private static func replacement(for byte: UInt8) -> StaticStringBytes? {
        switch byte {
        case UInt8(ascii: "&"): StaticStringBytes("&amp;")
        case UInt8(ascii: "<"): StaticStringBytes("&lt;")
        case UInt8(ascii: ">"): StaticStringBytes("&gt;")
        case UInt8(ascii: "\""): StaticStringBytes("&quot;")
        case UInt8(ascii: "'"): StaticStringBytes("&#39;")
        default: nil
        }
    }

    /// A literal whose bytes can be appended without making a text of it.
    private struct StaticStringBytes {
        let utf8: UnsafeBufferPointer<UInt8>

        @inline(__always)
        init(_ literal: StaticString) {
            utf8 = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        }
    }
}

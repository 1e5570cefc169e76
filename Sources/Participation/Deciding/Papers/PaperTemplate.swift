// SPDX-License-Identifier: EUPL-1.2

import Storage

/// One part of a decision paper below its head. The raw value is the key in the database, in forms and in packages.
public struct PaperPart: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public static let items = PaperPart("items")
    /// How the board is to deal with the paper.
    public static let form = PaperPart("form")
    public static let facts = PaperPart("facts")
    public static let reasons = PaperPart("reasons")
    /// The ministries that were asked, with their answers.
    public static let ministries = PaperPart("ministries")
    public static let hearing = PaperPart("hearing")
    public static let associations = PaperPart("associations")
    public static let costs = PaperPart("costs")
    public static let effects = PaperPart("effects")
    public static let publicRelations = PaperPart("public_relations")
    public static let attachments = PaperPart("attachments")

    /// The parts that come with the software, in the order of the rules of procedure.
    public static let usual: [PaperPart] = [
        .items, .form, .facts, .reasons, .ministries, .hearing, .associations, .costs, .effects, .publicRelations,
        .attachments,
    ]

    /// What the portal draws from its data; all other parts are texts.
    public static let drawn: [PaperPart] = [.items, .form, .ministries]

    /// What is put together from what the portal knows, and can be put together again.
    public static let composed: [PaperPart] = [.hearing, .associations, .costs, .attachments]

    /// What no paper can do without.
    public static let indispensable: [PaperPart] = [.items, .ministries]

    static let limit = 50_000
    static let mostOwn = 20
    private static let ownPrefix = "own_"

    /// A part that a programme has added.
    static func own(_ number: Int) -> PaperPart { PaperPart("\(ownPrefix)\(number)") }

    public init?(rawValue: String) {
        let part = PaperPart(rawValue)
        guard Self.usual.contains(part) || part.ownNumber != nil else { return nil }
        self = part
    }

    private init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    public var isOwn: Bool { ownNumber != nil }

    var ownNumber: Int? {
        guard rawValue.hasPrefix(Self.ownPrefix), let number = Int(rawValue.dropFirst(Self.ownPrefix.count)),
            (1...Self.mostOwn).contains(number), self == Self.own(number)
        else { return nil }
        return number
    }
}

/// What the papers of a programme consist of below their head, part by part. A paper keeps the template that it was
/// begun with.
public struct PaperTemplate: Equatable, Sendable {
    public let parts: [Part]

    public struct Part: Equatable, Sendable {
        public let part: PaperPart
        /// Nil for the words that come with the software.
        public let heading: String?
        /// What belongs into it; nil for the words that come with the software.
        public let hint: String?
        /// Whether it must not be empty when a paper is given out to be signed.
        public let isRequired: Bool

        public init(_ part: PaperPart, heading: String? = nil, hint: String? = nil, isRequired: Bool) {
            self.part = part
            self.heading = heading
            self.hint = hint
            self.isRequired = isRequired
        }
    }

    public init(_ parts: [Part]) {
        self.parts = parts
    }

    public static let usual = PaperTemplate(
        PaperPart.usual.map { part in
            Part(part, isRequired: [.items, .ministries, .facts, .reasons, .hearing, .costs].contains(part))
        })

    /// The parts that are written, not drawn.
    public var texts: [Part] { parts.filter { !PaperPart.drawn.contains($0.part) } }

    public func contains(_ part: PaperPart) -> Bool { parts.contains { $0.part == part } }

    /// Changes with every part, so that two who write at once notice each other.
    public var revision: String {
        let words = parts.map { "\($0.part.rawValue)|\($0.heading ?? "")|\($0.hint ?? "")|\($0.isRequired)" }
        return String(Digest.make(words.joined(separator: "\n")).prefix(16))
    }
}

extension PaperTemplate {
    /// - Parameter layout: empty for papers that were begun before there were templates
    init(_ layout: [PaperLayoutRecord]) {
        let parts = layout.compactMap { record in
            PaperPart(rawValue: record.part).map {
                Part($0, heading: record.heading, hint: record.hint, isRequired: record.isRequired)
            }
        }
        self = parts.isEmpty ? .usual : PaperTemplate(parts)
    }

    /// As a paper keeps it.
    var layout: [PaperLayoutRecord] {
        parts.map { part in
            var record = PaperLayoutRecord()
            record.part = part.part.rawValue
            record.heading = part.heading
            record.hint = part.hint
            record.isRequired = part.isRequired
            return record
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// What was typed into a statement: one text as a whole, single points, or that there is nothing to say.
public struct StatementForm: Equatable, Sendable {
    public var text: String?
    public var isNilReturn = false
    public var mayPublish = false
    public var points: [Point] = []
    /// Which state of the draft was on the screen; 0 for a new one.
    public var revision: Int64 = 0
    /// Where the files lie that go along.
    public var shelf: AttachmentShelf?
    /// The numbers of files that were handed in before and are not wanted any more.
    public var unwantedFiles: Set<Int64> = []

    /// One point as it was typed.
    public struct Point: Equatable, Sendable {
        public var kind: String?
        /// The number of a proposal, with the lineage of a paragraph behind a slash: `17/a2`; nil for all of it.
        public var place: String?
        public var text: String?
        public var wording: String?

        public init(kind: String? = nil, place: String? = nil, text: String? = nil, wording: String? = nil) {
            self.kind = kind
            self.place = place
            self.text = text
            self.wording = wording
        }

        var isEmpty: Bool { text == nil && wording == nil }
    }

    public init() {}

    public static let longestText = 200_000
    public static let longestPoint = 20_000
    public static let mostPoints = 200

    /// The fields by the names they have in the form.
    public enum Field {
        public static let text = "gesamt"
        public static let isNilReturn = "fehlanzeige"
        public static let mayPublish = "einwilligung"
        public static let revision = "fassung"

        public static func unwantedFile(_ number: Int64) -> String { "anlage-\(number)-weg" }

        /// - Parameter index: counted from 1
        public static func kind(_ index: Int) -> String { "punkt-\(index)-art" }
        public static func place(_ index: Int) -> String { "punkt-\(index)-stelle" }
        public static func point(_ index: Int) -> String { "punkt-\(index)-text" }
        public static func wording(_ index: Int) -> String { "punkt-\(index)-wortlaut" }
    }

    /// - Parameters:
    ///   - places: what can be spoken of
    ///   - files: what goes along
    ///   - isFinal: whether it is handed in; a draft may be as incomplete as it likes
    public func validated(
        _ places: [StatementPlace], files: [AttachmentDraft] = [], isFinal: Bool
    ) throws(InvalidForm) -> StatementContent {
        var check = FormCheck()
        let whole = text == nil ? nil : check.passage(text, field: Field.text, missing: "", limit: Self.longestText)
        let filled = points.enumerated().filter { !$0.element.isEmpty }
        if filled.count > Self.mostPoints {
            check.add(Field.point(Self.mostPoints + 1), "too-many-points", limit: Self.mostPoints)
        }
        let made = filled.map { Self.point($0.element, index: $0.offset + 1, places, &check) }
        if isFinal {
            check.attachments(files)
            if isNilReturn, whole != nil || !made.isEmpty || !files.isEmpty {
                check.add(Field.isNilReturn, "nil-return-with-words")
            } else if !isNilReturn, whole == nil, made.isEmpty, files.isEmpty, check.faults.isEmpty {
                check.add(Field.text, "statement-empty")
            }
        }
        try check.finish()
        return StatementContent(
            kind: isNilReturn ? .nilReturn : .statement, text: whole, mayPublish: mayPublish, points: made)
    }

    private static func point(
        _ typed: Point, index: Int, _ places: [StatementPlace], _ check: inout FormCheck
    ) -> StatementContent.Point {
        let text = check.passage(typed.text, field: Field.point(index), missing: "point-missing", limit: longestPoint)
        let wording =
            typed.wording == nil
            ? nil : check.passage(typed.wording, field: Field.wording(index), missing: "", limit: longestPoint)
        let kind = typed.kind.flatMap(PointKind.init)
        if kind == nil { check.add(Field.kind(index), "point-kind-missing") }
        let place = typed.place.flatMap { typed in places.first { $0.key == typed } }
        if typed.place != nil, place == nil { check.add(Field.place(index), "unknown-choice") }
        return StatementContent.Point(kind: kind ?? .note, place: place, text: text ?? "", wording: wording)
    }
}

/// What a point can speak of: a proposal as a whole, one paragraph of the version that people are heard on, or a field
/// of action in the making.
public struct StatementPlace: Equatable, Sendable {
    /// Nil for a field in the making.
    public let proposalID: String?
    public let number: Int64?
    public let title: String
    public let version: Int64?
    public let lineage: String?
    public let label: String?
    /// The lineage of a field in the making.
    public let fieldDraft: String?

    /// `17` or `17/a2`, or `feld/…` for a field in the making.
    public var key: String {
        guard let number else { return Self.key(ofField: fieldDraft ?? "") }
        return "\(number)" + (lineage.map { "/\($0)" } ?? "")
    }

    static func key(ofField lineage: String) -> String { "feld/\(lineage)" }
}

/// A statement that has been checked.
public struct StatementContent: Equatable, Sendable {
    public let kind: StatementKind
    public let text: String?
    public let mayPublish: Bool
    public let points: [Point]

    public struct Point: Equatable, Sendable {
        public let kind: PointKind
        public let place: StatementPlace?
        public let text: String
        public let wording: String?
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Gathers the words of a record from its list of fields, so that no kind and no field can be forgotten: a text is
/// searched unless its key stands among the codes.
struct SearchTextCollector: RecordVisitor {
    /// A matter inside the record, with what was gathered of it.
    struct Nested {
        let reference: MatterReference
        let collected: SearchTextCollector
    }

    private let key: String
    private(set) var title: String?
    private(set) var texts: [String] = []
    private(set) var day: PartialDate?
    /// The matter the record names as its own, such as the idea of a remark.
    private(set) var owner: MatterReference?
    private(set) var references: [MatterReference] = []
    private(set) var nested: [Nested] = []
    /// What moderation has hidden leaves no words.
    private(set) var isHidden = false
    private var depth = 0

    init(_ record: some MatterRecord, key: String) {
        self.key = key
        var record = record
        record.visit(&self)
    }

    private init(nested record: some MatterRecord, key: String) {
        self.init(record, key: key)
    }

    /// The keys whose text is the name of the matter; the first that has one counts.
    static let titles = ["title", "title_de", "name", "name_de", "topic", "event_de"]

    /// The keys whose text is for programs, or says nothing without what stands beside it.
    static let codes = [
        "ars", "aspect", "category", "channel", "confirmed_by", "digest", "earlier_name", "earlier_text",
        "earlier_title", "earlier_unit", "field", "field_draft", "figure", "file_digest", "file_name", "id", "item",
        "kind", "kreis_ags", "label", "language", "lineage", "package_version", "paragraph", "part", "phase",
        "publish_at", "qualifier", "recorded_by", "slug", "source_url", "submitted_at", "suggested_color", "type",
        "unit", "url", "website",
    ]

    /// The keys of the day by which a matter is found; the first that has one counts.
    static let days = [
        "date", "submitted_on", "written_on", "start", "as_of", "opens_on", "due_on", "ruling_date",
    ]

    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?) {
        if let text = value as? String {
            add(text, key: key)
        } else if let day = value as? PartialDate {
            if depth == 0, self.day == nil, Self.days.contains(key) { self.day = day }
        } else if key == "hidden", let flag = value as? Bool, flag {
            isHidden = true
        }
    }

    private mutating func add(_ text: String, key: String) {
        guard !Self.codes.contains(key) else { return }
        if depth == 0, title == nil, Self.titles.contains(key) {
            title = text
        } else {
            texts.append(text)
        }
    }

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?) {
        guard depth == 0, let value else { return }
        references.append(MatterReference(kind, value))
    }

    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?) {
        guard depth == 0, let value else { return }
        references.append(value)
        if key == "matter" { owner = value }
    }

    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable) {
        guard depth == 0 else { return }
        references += values.map { MatterReference(kind, $0) }
    }

    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable) {
        guard table.name != ChildTable.source.name else { return }
        texts += values
    }

    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable) {
        texts += values.compactMap(\.text)
    }

    mutating func period(_ key: String, _ value: inout Period?) {
        if depth == 0, day == nil { day = value?.start }
    }

    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        depth += 1
        for value in values {
            var value = value
            value.visit(&self)
        }
        depth -= 1
    }

    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child]) {
        for (index, value) in values.enumerated() {
            let childKey = NestedKey.make(parent: self.key, local: value.localKey, index: index)
            nested.append(
                Nested(
                    reference: MatterReference(Child.kind, childKey),
                    collected: SearchTextCollector(nested: value, key: childKey)))
        }
    }

    mutating func derived(_ key: String, _ value: PlainValue) {}
    mutating func stored(_ column: String, _ value: String) {}
}

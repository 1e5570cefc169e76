// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct SearchTextCollectorTests {
    /// The keys without a mark of their language whose text is for people.
    static let texts: Set<String> = [
        "title", "name", "topic", "subtitle", "note", "place", "description", "text", "region", "source_name",
        "source_note", "budget_line", "kreis", "regierungsbezirk", "postal_code_admin", "abbreviation", "file_number",
        "official_code", "rights", "reason", "predecessor", "successor_abbreviation",
    ]

    @Test func `every text of every record is either searched or named as a code`() {
        let keys = TextKeys.all()
        let unknown = keys.filter { key in
            !key.hasSuffix("_de") && !Self.texts.contains(key) && !SearchTextCollector.codes.contains(key)
        }

        #expect(keys.count > 60)
        #expect(unknown.sorted() == [])
    }

    @Test func `every kind is searched, or has no words of its own`() {
        let silent = MatterKind.allCases.filter { !$0.isSearchable }

        #expect(silent == [.textVersion, .funding, .link])
    }

    @Test func `a remark that moderation has hidden leaves no words`() {
        var remark = RemarkRecord()
        remark.text = "Wort"
        #expect(SearchTextCollector(remark, key: "r").isHidden == false)

        remark.isHidden = true
        #expect(SearchTextCollector(remark, key: "r").isHidden)
    }

    @Test func `long texts are divided between words, empty lines left out`() {
        let word = "Beteiligung "
        let long = String(repeating: word, count: 1000)
        let paragraphs = SearchDocument.paragraphs(of: "Anfang\n\n  \n\(long)\nEnde")

        #expect(paragraphs.first == "Anfang")
        #expect(paragraphs.last == "Ende")
        #expect(paragraphs.allSatisfy { $0.utf8.count <= SearchPassage.longest })
        #expect(paragraphs.joined(separator: " ").split(separator: " ").count == 1002)
    }

    @Test func `a text without a space is divided all the same`() {
        let paragraphs = SearchDocument.paragraphs(of: String(repeating: "ä", count: 9000))

        #expect(paragraphs.map(\.count).reduce(0, +) == 9000)
        #expect(paragraphs.allSatisfy { $0.count <= SearchPassage.longest })
    }
}

/// Names the keys of all texts of all records.
private struct TextKeys: RecordVisitor {
    private var keys: Set<String> = []

    static func all() -> Set<String> {
        var visitor = TextKeys()
        for type in RecordKinds.all { visitor.visit(type) }
        return visitor.keys
    }

    private mutating func visit<Record: MatterRecord>(_ type: Record.Type) {
        var record = Record()
        record.visit(&self)
    }

    mutating func field<Value: RecordValue>(_ key: String, _ value: inout Value, column: String?) {
        if Value.self == String.self || Value.self == String?.self { keys.insert(key) }
    }

    mutating func children<Child: ChildRecord>(_ key: String, _ values: inout [Child]) {
        var child = Child()
        child.visit(&self)
    }

    mutating func matters<Child: NestedMatterRecord>(_ key: String, _ values: inout [Child]) {
        visit(Child.self)
    }

    mutating func reference(_ key: String, _ value: inout String?, to kind: MatterKind, column: String?) {}
    mutating func anyReference(_ key: String, _ value: inout MatterReference?, column: String?) {}
    mutating func references(_ key: String, _ values: inout [String], to kind: MatterKind, in table: ChildTable) {}
    mutating func texts(_ key: String, _ values: inout [String], in table: ChildTable) {}
    mutating func entries(_ key: String, _ values: inout [NamedEntry], in table: ChildTable) {}
    mutating func period(_ key: String, _ value: inout Period?) {}
    mutating func derived(_ key: String, _ value: PlainValue) {}
    mutating func stored(_ column: String, _ value: String) {}
}

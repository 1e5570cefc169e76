// SPDX-License-Identifier: EUPL-1.2

/// What filters, facets and ranking need to know of a document, kept in packed blocks so that the counts of thousands
/// of hits need no row each.
struct SearchAttributes: Equatable, Sendable {
    var kind: MatterKind
    /// As a number, `20191105`; what is not known of it is 0, `20190000`.
    var day: Int
    /// How many words it has that are not stop words.
    var words: Int
    /// The document that is the field of action; 0 for none.
    var field: Int
    /// The documents that are its municipalities.
    var municipalities: [Int]

    /// Nil where the day is not known.
    var year: Int? { day == 0 ? nil : day / 10_000 }

    static func day(_ date: PartialDate?) -> Int {
        guard let date else { return 0 }
        let digits = date.text.filter { $0 != "-" }
        return Int(digits.padding(to: 8)) ?? 0
    }
}

extension String {
    fileprivate func padding(to length: Int) -> String {
        self + String(repeating: "0", count: max(0, length - count))
    }
}

/// The attributes of 4,096 consecutive documents.
struct AttributeBlock: Sendable {
    static let size = 4096
    /// The order of the kinds in the packed form; `SearchIndex.form` changes with it.
    static let kinds = MatterKind.allCases

    /// By the place in the block; nil where no document is.
    private(set) var attributes: [SearchAttributes?]

    init() {
        attributes = []
    }

    static func block(of document: Int) -> Int { document / size }
    static func place(of document: Int) -> Int { document % size }

    subscript(document: Int) -> SearchAttributes? {
        get {
            let place = Self.place(of: document)
            return place < attributes.count ? attributes[place] : nil
        }
        set {
            let place = Self.place(of: document)
            while attributes.count <= place { attributes.append(nil) }
            attributes[place] = newValue
        }
    }
}

extension AttributeBlock {
    /// Each document is a length and so many bytes, so that those nobody asks for are stepped over.
    var bytes: [UInt8] {
        var writer = PackedWriter()
        for attributes in attributes {
            let bytes = attributes.map(Self.bytes) ?? []
            writer.add(UInt64(bytes.count))
            for byte in bytes { writer.add(raw: byte) }
        }
        return writer.bytes
    }

    private static func bytes(_ attributes: SearchAttributes) -> [UInt8] {
        var writer = PackedWriter()
        writer.add(UInt64(kinds.firstIndex(of: attributes.kind) ?? 0))
        for number in [attributes.day, attributes.words, attributes.field] {
            writer.add(UInt64(number))
        }
        for municipality in attributes.municipalities { writer.add(UInt64(municipality)) }
        return writer.bytes
    }

    /// Reads what `bytes` wrote, only those documents that are wanted; nil where the bytes are no such block.
    init?(bytes: [UInt8], wanted: (_ place: Int) -> Bool = { _ in true }) {
        attributes = []
        var reader = PackedReader(bytes)
        while !reader.isAtEnd {
            guard let length = reader.next() else { return nil }
            if length > 0, wanted(attributes.count) {
                guard let read = Self.attributes(&reader, length: Int(length)) else { return nil }
                attributes.append(read)
            } else {
                reader.skip(Int(length))
                attributes.append(nil)
            }
        }
    }

    private static func attributes(_ reader: inout PackedReader, length: Int) -> SearchAttributes? {
        let end = reader.index + length
        guard let kind = reader.next(), kind < kinds.count, let day = reader.next(), let words = reader.next(),
            let field = reader.next()
        else { return nil }
        var municipalities: [Int] = []
        while reader.index < end {
            guard let next = reader.next() else { return nil }
            municipalities.append(Int(next))
        }
        return SearchAttributes(
            kind: kinds[Int(kind)], day: Int(day), words: Int(words), field: Int(field), municipalities: municipalities)
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// Where a word stands: pairs of document and position, packed into few bytes.
///
/// A place is one number, the document's number above, the word's position below, so that sorting, joining and looking
/// for neighbours are plain arithmetic.
struct PlaceList: Equatable, Sendable {
    /// Sorted, nothing twice.
    private(set) var places: [UInt64]

    static let positionBits: UInt64 = 24
    /// Words of a document beyond this one are not indexed.
    static let lastPosition = (1 << 24) - 2

    init(_ places: [UInt64] = []) {
        self.places = places
    }

    static func place(document: Int, position: Int) -> UInt64 {
        UInt64(document) << positionBits | UInt64(position)
    }

    static func document(of place: UInt64) -> Int { Int(place >> positionBits) }
    static func position(of place: UInt64) -> Int { Int(place & ((1 << positionBits) - 1)) }

    /// The places of several lists in one.
    static func joined(_ lists: [PlaceList]) -> PlaceList {
        guard lists.count > 1 else { return lists.first ?? PlaceList() }
        return PlaceList(lists.flatMap(\.places).sorted())
    }

    /// How many documents the list names.
    var documentCount: Int {
        var count = 0
        var last = -1
        for place in places where Self.document(of: place) != last {
            last = Self.document(of: place)
            count += 1
        }
        return count
    }

    mutating func append(document: Int, position: Int) {
        places.append(Self.place(document: document, position: position))
    }

    mutating func remove(documents: Set<Int>) {
        places.removeAll { documents.contains(Self.document(of: $0)) }
    }

    mutating func join(_ other: PlaceList) {
        places = (places + other.places).sorted()
    }
}

extension PlaceList {
    /// Each place as its distance to the one before; in another document the position counts from the beginning.
    var bytes: [UInt8] {
        var writer = PackedWriter()
        var (document, position) = (0, 0)
        for place in places {
            let next = (document: Self.document(of: place), position: Self.position(of: place))
            if next.document == document, !writer.bytes.isEmpty {
                writer.add(UInt64(next.position - position) << 1)
            } else {
                writer.add(UInt64(next.document - document) << 1 | 1)
                writer.add(UInt64(next.position))
            }
            (document, position) = next
        }
        return writer.bytes
    }

    /// Reads what `bytes` wrote; nil where the bytes are not such a list.
    init?(bytes: [UInt8]) {
        var reader = PackedReader(bytes)
        var (document, position): (UInt64, UInt64) = (0, 0)
        places = []
        places.reserveCapacity(bytes.count)
        while !reader.isAtEnd {
            guard let step = reader.next() else { return nil }
            if step & 1 == 0 {
                position &+= step >> 1
            } else {
                document &+= step >> 1
                guard let first = reader.next() else { return nil }
                position = first
            }
            places.append(document << Self.positionBits | position)
        }
    }
}

extension PlaceList {
    /// The positions in one document.
    func places(in document: Int) -> [Int] {
        let start = firstIndex(notBelow: Self.place(document: document, position: 0))
        return places[start...].prefix { Self.document(of: $0) == document }.map(Self.position)
    }

    private func firstIndex(notBelow wanted: UInt64) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

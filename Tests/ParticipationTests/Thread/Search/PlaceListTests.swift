// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct PlaceListTests {
    static let places = [(1, 0), (1, 5), (1, 900_000), (2, 0), (4095, 7), (80_000, 3)]

    static func list(_ places: [(Int, Int)]) -> PlaceList {
        PlaceList(places.map { PlaceList.place(document: $0.0, position: $0.1) })
    }

    @Test func `a list reads back as it was packed`() {
        let list = Self.list(Self.places)

        #expect(PlaceList(bytes: list.bytes) == list)
        #expect(PlaceList(bytes: PlaceList().bytes) == PlaceList())
        #expect(list.documentCount == 4)
    }

    @Test func `a list of the document 0 keeps its first place`() {
        let list = Self.list([(0, 3), (0, 4)])

        #expect(PlaceList(bytes: list.bytes) == list)
    }

    @Test func `bytes that end within a number are no list`() {
        #expect(PlaceList(bytes: [0x81]) == nil)
        #expect(PlaceList(bytes: [0x03]) == nil)
    }

    @Test func `lists are joined in order and documents taken out`() {
        var joined = PlaceList.joined([Self.list([(1, 2), (7, 1)]), Self.list([(1, 0), (3, 9)])])
        #expect(joined == Self.list([(1, 0), (1, 2), (3, 9), (7, 1)]))

        joined.remove(documents: [1])
        #expect(joined == Self.list([(3, 9), (7, 1)]))
        #expect(joined.places(in: 3) == [9])
        #expect(joined.places(in: 1) == [])
    }

    @Test func `attributes read back as they were packed, only those wanted`() {
        var block = AttributeBlock()
        let idea = SearchAttributes(kind: .idea, day: 20_191_105, words: 300, field: 12, municipalities: [4, 90_000])
        let bare = SearchAttributes(kind: .link, day: 0, words: 0, field: 0, municipalities: [])
        block[4096 + 3] = idea
        block[4096 + 5] = bare

        let all = AttributeBlock(bytes: block.bytes)
        #expect(all?[4096 + 3] == idea)
        #expect(all?[4096 + 4] == nil)
        #expect(all?[4096 + 5] == bare)
        let some = AttributeBlock(bytes: block.bytes) { $0 == 5 }
        #expect(some?[3] == nil)
        #expect(some?[5] == bare)
        #expect(AttributeBlock(bytes: [0x80]) == nil)
    }

    @Test func `a day that is not fully known sorts before its days`() {
        #expect(SearchAttributes.day(PartialDate("2019")) == 20_190_000)
        #expect(SearchAttributes.day(PartialDate("2019-11")) == 20_191_100)
        #expect(SearchAttributes.day(PartialDate("2019-11-05")) == 20_191_105)
        #expect(SearchAttributes.day(nil) == 0)
    }
}

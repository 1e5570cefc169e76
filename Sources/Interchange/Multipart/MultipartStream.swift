// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Takes a `multipart/form-data` body (RFC 7578) apart while it comes in, so that it never lies in memory as a whole.
public struct MultipartStream: Sendable {
    /// What stands above a field or a file.
    public struct Head: Equatable, Sendable {
        public let name: String
        /// Nil for a field; empty for a file field in which nothing was chosen.
        public let fileName: String?
    }

    /// What has come in, in its order: for each part its head, its bytes in pieces, its end.
    public enum Event: Equatable, Sendable {
        case head(Head)
        case bytes([UInt8])
        case end
    }

    private enum State {
        case beginning, head, body, finished
    }

    public static let mostParts = 60
    private static let longestHead = 4096

    private let mark: [UInt8]
    private var state = State.beginning
    private var waiting: [UInt8] = []
    private var parts = 0

    /// - Parameter type: the header `Content-Type`, which names the boundary
    public init(type: String) throws(MultipartReader.Fault) {
        guard let boundary = MultipartReader.boundary(in: type) else { throw MultipartReader.Fault() }
        mark = Array("\r\n--\(boundary)".utf8)
        // The first boundary has no line end before it.
        waiting = [13, 10]
    }

    /// - Parameter each: what to do with what the piece has completed
    public mutating func take(_ piece: [UInt8], _ each: (Event) throws -> Void) throws {
        waiting += piece
        while try step(each) {}
    }

    /// - Throws: when the body ended before its last boundary
    public func finish() throws(MultipartReader.Fault) {
        guard state == .finished else { throw MultipartReader.Fault() }
    }

    /// Whether something was done and more may be possible.
    private mutating func step(_ each: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .beginning:
            guard let place = Self.place(of: mark, in: waiting) else {
                waiting.removeFirst(max(0, waiting.count - mark.count))
                return false
            }
            return try pass(place + mark.count)
        case .head:
            guard let end = Self.place(of: Self.gap, in: waiting) else {
                guard waiting.count <= Self.longestHead else { throw MultipartReader.Fault() }
                return false
            }
            try each(.head(try MultipartReader.head(waiting[..<end])))
            waiting.removeFirst(end + Self.gap.count)
            state = .body
            return true
        case .body:
            return try readBody(each)
        case .finished:
            waiting.removeAll()
            return false
        }
    }

    private mutating func readBody(_ each: (Event) throws -> Void) throws -> Bool {
        if let place = Self.place(of: mark, in: waiting) {
            guard waiting.count >= place + mark.count + 2 else {
                try give(place, each)
                return false
            }
            try give(place, each)
            try each(.end)
            return try pass(mark.count)
        }
        try give(max(0, waiting.count - mark.count), each)
        return false
    }

    private mutating func give(_ count: Int, _ each: (Event) throws -> Void) throws {
        guard count > 0 else { return }
        try each(.bytes(Array(waiting[..<count])))
        waiting.removeFirst(count)
    }

    /// Goes on behind a boundary: to another part, or to the end. False when the two bytes that say so are missing.
    private mutating func pass(_ count: Int) throws -> Bool {
        guard waiting.count >= count + 2 else { return false }
        let next = Array(waiting[count..<(count + 2)])
        waiting.removeFirst(count + 2)
        if next == Array("--".utf8) {
            state = .finished
            return true
        }
        parts += 1
        guard next == [13, 10], parts <= Self.mostParts else { throw MultipartReader.Fault() }
        state = .head
        return true
    }

    private static let gap: [UInt8] = [13, 10, 13, 10]

    /// The place of a mark, looked for by its first byte so that long files are passed over quickly.
    private static func place(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = mark.first else { return nil }
        return bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return nil }
            var place = 0
            while place + mark.count <= bytes.count,
                let found = memchr(start + place, Int32(first), bytes.count - mark.count + 1 - place)
            {
                place = UnsafeRawPointer(found) - start
                if memcmp(start + place, mark, mark.count) == 0 { return place }
                place += 1
            }
            return nil
        }
    }
}

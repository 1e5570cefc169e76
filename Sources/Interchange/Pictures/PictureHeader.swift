// SPDX-License-Identifier: EUPL-1.2

/// What a picture says about itself, read without drawing it: a small file may claim to be huge.
struct PictureHeader: Equatable, Sendable {
    let width: Int
    let height: Int
    /// As Exif numbers it: 1 for upright, 6 for a telephone held upright.
    var orientation = 1
    /// How many times the drawing goes over the whole picture; each costs as much as the first.
    var passes = 1

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    init(_ bytes: [UInt8], _ format: FileFormat) throws(PictureFault) {
        let reader = BytesReader(bytes)
        let header: PictureHeader? =
            switch format {
            case .pdf: nil
            case .png: Self.png(reader)
            case .jpeg: Self.jpeg(reader)
            case .webp: Self.webp(reader)
            }
        guard let header, header.width > 0, header.height > 0 else { throw .unreadable }
        self = header
    }

    private static func png(_ reader: BytesReader) -> PictureHeader? {
        guard reader.hasWord("IHDR", at: 12), let width = reader.big(4, at: 16), let height = reader.big(4, at: 20)
        else { return nil }
        return PictureHeader(width: width, height: height)
    }

    /// Goes from marker to marker; what lies between them is jumped over.
    private static func jpeg(_ reader: BytesReader) -> PictureHeader? {
        var (place, header, orientation, scans) = (2, PictureHeader?.none, 1, 0)
        while let marker = reader.marker(from: place) {
            place = marker.end
            switch marker.code {
            case 0xD8, 0x01, 0xD0...0xD7: continue
            case 0xD9: return header.map { $0.turned(orientation, passes: scans) }
            default: break
            }
            guard let length = reader.big(2, at: place), length >= 2 else { return nil }
            switch marker.code {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard header == nil, let height = reader.big(2, at: place + 3), let width = reader.big(2, at: place + 5)
                else { return nil }
                header = PictureHeader(width: width, height: height)
            case 0xDA: scans += 1
            case 0xE1 where reader.hasWord("Exif", at: place + 2):
                orientation = reader.exifOrientation(at: place + 8) ?? orientation
            default: break
            }
            place += length
        }
        // Cut off at its end: what is there may still be drawn.
        return header.map { $0.turned(orientation, passes: scans) }
    }

    private static func webp(_ reader: BytesReader) -> PictureHeader? {
        if reader.hasWord("VP8X", at: 12) {
            guard let width = reader.little(3, at: 24), let height = reader.little(3, at: 27) else { return nil }
            return PictureHeader(width: width + 1, height: height + 1)
        }
        if reader.hasWord("VP8L", at: 12) {
            guard let bits = reader.little(4, at: 21) else { return nil }
            return PictureHeader(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        }
        guard reader.hasWord("VP8 ", at: 12), let width = reader.little(2, at: 26),
            let height = reader.little(2, at: 28)
        else { return nil }
        return PictureHeader(width: width & 0x3FFF, height: height & 0x3FFF)
    }

    private func turned(_ orientation: Int, passes: Int) -> PictureHeader {
        var header = self
        header.orientation = orientation
        header.passes = passes
        return header
    }
}

/// Numbers and words at places of a file; nil beyond its end.
private struct BytesReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func big(_ count: Int, at place: Int) -> Int? {
        slice(count, at: place)?.reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ count: Int, at place: Int) -> Int? {
        slice(count, at: place)?.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    func hasWord(_ word: String, at place: Int) -> Bool {
        slice(word.utf8.count, at: place)?.elementsEqual(word.utf8) ?? false
    }

    /// The next marker of a JPEG file: a byte 255 and a code that is neither 0 nor 255.
    func marker(from start: Int) -> (code: UInt8, end: Int)? {
        var place = start
        while let found = bytes[min(place, bytes.count)...].firstIndex(of: 0xFF) {
            var next = found + 1
            while next < bytes.count, bytes[next] == 0xFF { next += 1 }
            guard next < bytes.count else { return nil }
            if bytes[next] != 0 { return (bytes[next], next + 1) }
            place = next + 1
        }
        return nil
    }

    /// The tag 274 of the first folder of a TIFF structure.
    func exifOrientation(at start: Int) -> Int? {
        let isLittle = hasWord("II", at: start)
        guard isLittle || hasWord("MM", at: start) else { return nil }
        let number = { (count: Int, place: Int) in isLittle ? little(count, at: place) : big(count, at: place) }
        guard let offset = number(4, start + 4), offset < 65_536, let entries = number(2, start + offset) else {
            return nil
        }
        for entry in 0..<min(entries, 200) {
            let place = start + offset + 2 + entry * 12
            if number(2, place) == 274 { return number(2, place + 8) }
        }
        return nil
    }

    private func slice(_ count: Int, at place: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return bytes[place..<(place + count)]
    }
}

// SPDX-License-Identifier: EUPL-1.2

internal import CGD

/// A picture drawn anew from what can be seen of it: upright, of a size that fits a page, and without anything else
/// that came in its file, such as where it was taken.
public struct RedrawnPicture: Equatable, Sendable {
    public let bytes: [UInt8]
    public let width: Int
    public let height: Int

    /// Drawing takes four bytes for each.
    public static let mostPixels = 40_000_000
    /// A picture that is built up step by step has some ten steps.
    static let mostPasses = 100
    /// What is larger is made smaller.
    public static let longestSide = 2560

    /// - Throws: before anything is drawn, for a picture that claims to be larger than `mostPixels`
    public init(_ bytes: [UInt8], _ format: FileFormat, longestSide: Int = Self.longestSide) throws(PictureFault) {
        let header = try PictureHeader(bytes, format)
        guard header.width <= Self.mostPixels / header.height, header.passes <= Self.mostPasses else { throw .tooLarge }
        guard let format = Self.drawn(format), let length = Int32(exactly: bytes.count) else { throw .unreadable }
        var picture = cgd_picture()
        let result = cgd_redraw(format, bytes, length, Int32(header.orientation), Int32(longestSide), &picture)
        defer { cgd_release(&picture) }
        guard result == CGD_DONE else { throw result == CGD_OUT_OF_MEMORY ? .tooLarge : .unreadable }
        self.bytes = Array(UnsafeBufferPointer(start: picture.bytes, count: Int(picture.length)))
        width = Int(picture.width)
        height = Int(picture.height)
    }

    private static func drawn(_ format: FileFormat) -> cgd_format? {
        switch format {
        case .pdf: nil
        case .png: CGD_PNG
        case .jpeg: CGD_JPEG
        case .webp: CGD_WEBP
        }
    }
}

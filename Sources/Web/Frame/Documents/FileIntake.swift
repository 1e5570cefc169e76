// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Participation

/// Looks at files that have come in, one at a time and outside of transactions: a picture takes much memory while it is
/// drawn anew, and whoever sends many must not slow down the readers.
final class FileIntake: Sendable {
    private static let longestQueue = 20

    private let queue: OperationQueue

    init() {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        queue.qualityOfService = .utility
    }

    /// The file as it is kept: of a kind that is taken in, a picture drawn anew without what else its file told.
    ///
    /// - Throws: `InvalidForm` with what is wrong with it
    func take(_ file: UploadedFile) async throws -> IncomingFile {
        guard queue.operationCount < Self.longestQueue else { throw PageFault.tooManyRequests(secondsToWait: 10) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try Self.looked(at: file) }) }
        }
    }

    private static func looked(at file: UploadedFile) throws -> IncomingFile {
        guard file.size > 0 else { throw invalid(file, "file-empty") }
        guard file.size <= StoredFile.largest, let bytes = try file.bytes() else {
            throw invalid(file, "file-too-large", limit: StoredFile.largest / 1024 / 1024)
        }
        guard let format = FileFormat(of: bytes), let mediaType = MediaType(rawValue: format.mediaType) else {
            throw invalid(file, "file-kind-unknown")
        }
        guard mediaType.isPicture else {
            guard bytes.suffix(2048).firstRange(of: Array("%%EOF".utf8)) != nil else {
                throw invalid(file, "file-unreadable")
            }
            return IncomingFile(name: file.name, mediaType: mediaType, bytes: bytes)
        }
        do throws(PictureFault) {
            let picture = try RedrawnPicture(bytes, format)
            return IncomingFile(
                name: file.name, mediaType: mediaType, bytes: picture.bytes, width: picture.width,
                height: picture.height)
        } catch {
            switch error {
            case .unreadable: throw invalid(file, "file-unreadable")
            case .tooLarge:
                throw invalid(file, "picture-too-large", limit: RedrawnPicture.mostPixels / 1_000_000)
            }
        }
    }

    private static func invalid(_ file: UploadedFile, _ reason: String, limit: Int? = nil) -> InvalidForm {
        InvalidForm([.init(file.field, reason, limit: limit)])
    }
}

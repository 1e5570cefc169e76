// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import NIOCore

/// A form that came with files, or could have. Files are put aside while they come in; what is too large for any file
/// of ours is counted and let go, so that everything else in the form is still there for the page that says so.
struct UploadedForm: Sendable {
    /// Beyond this a body is not read to its end.
    static let largestBody = 100 * 1024 * 1024

    let fields: Query
    let files: [UploadedFile]
}

/// A file as it was sent. Its name and type are what somebody claims.
struct UploadedFile: Sendable {
    let field: String
    let name: String
    /// In bytes.
    let size: Int
    /// Nil when the file was too large.
    let kept: SpooledBytes?

    func bytes() throws -> [UInt8]? {
        guard let kept else { return nil }
        guard let file = kept.file else { return kept.memory }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count)
        while bytes.count < file.count {
            let piece = try file.read(from: bytes.count, upTo: 1024 * 1024)
            guard !piece.isEmpty else { throw Spool.Failure.system(code: 0) }
            bytes += piece
        }
        return bytes
    }
}

extension SiteContext {
    /// What a form sent, files included. A form without files may come as any other form does.
    ///
    /// - Parameter largestFile: in bytes; of what is larger nothing is kept
    func upload(in request: Request, largestFile: Int, _ room: SpoolRoom) async throws -> UploadedForm {
        guard request.headers[.contentType]?.hasPrefix("multipart/form-data") ?? false else {
            return UploadedForm(fields: try await form(in: request), files: [])
        }
        var reading = try UploadReading(
            type: request.headers[.contentType] ?? "", largestFile: largestFile, room)
        var size = 0
        for try await buffer in request.body {
            size += buffer.readableBytes
            guard size <= UploadedForm.largestBody else { throw PageFault.bodyTooLarge }
            try reading.take(Array(buffer.readableBytesView))
        }
        return try reading.finished()
    }
}

/// Takes up a form with files piece by piece.
private struct UploadReading {
    private var stream: MultipartStream
    private let largestFile: Int
    private let room: SpoolRoom
    private var parameters: [Query.Parameter] = []
    private var files: [UploadedFile] = []
    private var textSize = 0
    private var part: Part?

    private struct Part {
        let head: MultipartStream.Head
        var size = 0
        var text: [UInt8] = []
        var spool: Spool?
    }

    init(type: String, largestFile: Int, _ room: SpoolRoom) throws {
        stream = try MultipartStream(type: type)
        self.largestFile = largestFile
        self.room = room
    }

    mutating func take(_ piece: [UInt8]) throws {
        var events: [MultipartStream.Event] = []
        try stream.take(piece) { events.append($0) }
        for event in events {
            switch event {
            case .head(let head):
                part = Part(head: head, spool: head.fileName == nil ? nil : Spool(in: room))
            case .bytes(let bytes): try add(bytes)
            case .end: try end()
            }
        }
    }

    func finished() throws -> UploadedForm {
        try stream.finish()
        return UploadedForm(fields: Query(parameters: parameters), files: files)
    }

    private mutating func add(_ bytes: [UInt8]) throws {
        part?.size += bytes.count
        guard part?.head.fileName == nil else {
            // The room on the disk is given back at once.
            if part?.size ?? 0 > largestFile { part?.spool = nil }
            try part?.spool?.append(bytes)
            return
        }
        textSize += bytes.count
        guard textSize <= RequestRules.largestBody else { throw PageFault.bodyTooLarge }
        part?.text += bytes
    }

    private mutating func end() throws {
        guard let part else { return }
        self.part = nil
        guard let fileName = part.head.fileName else {
            guard let text = QueryText.checked(part.text) else { throw PageFault.unreadableForm }
            parameters.append(Query.Parameter(name: part.head.name, value: text))
            return
        }
        guard !fileName.isEmpty else { return }
        files.append(
            UploadedFile(field: part.head.name, name: fileName, size: part.size, kept: try part.spool?.finished()))
    }
}

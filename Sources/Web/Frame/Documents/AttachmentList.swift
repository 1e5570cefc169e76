// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The files of a matter, on its page: pictures to look at, papers to take away. Template `Documents/list`.
struct AttachmentList: Sendable {
    let heading: String
    let rows: [Row]

    struct Row: Sendable {
        let title: ProgrammeText
        let link: String
        /// Kind, size and rights.
        let about: String
        let picture: Picture?
    }

    struct Picture: Sendable {
        let source: String
        let alt: String
        let width: String
        let height: String
    }

    static let sample = AttachmentList(
        heading: "Anhänge",
        rows: [
            Row(
                title: .sample, link: "/dokumente/3", about: "JPEG, 1,2 MB",
                picture: Picture(source: "/dokumente/3", alt: "Eine Bank am Kanal", width: "640", height: "480"))
        ])
}

extension AttachmentList {
    /// One statement; nil where no file is attached.
    static func load(
        of matter: String, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> AttachmentList? {
        let documents = try Document.list(of: [matter], in: programme, db)
        let rows = documents.reversed().compactMap { Row($0, in: context) }
        return rows.isEmpty ? nil : AttachmentList(heading: context.text("documents.list.heading"), rows: rows)
    }
}

extension AttachmentList.Row {
    fileprivate init?(_ document: Document, in context: SiteContext) {
        guard let file = document.file, let number = document.number else { return nil }
        let path = context.links.to(DocumentPaths.document(number))
        title = context.original(document.title)
        link = path
        about = [context.about(file), document.rights].compactMap { $0 }.joined(separator: " · ")
        picture =
            file.mediaType.isPicture
            ? AttachmentList.Picture(
                source: path, alt: document.alt ?? "", width: String(file.width ?? 0), height: String(file.height ?? 0))
            : nil
    }
}

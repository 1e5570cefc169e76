// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage

/// A kind of document that is made in the background. A feature adds one with a type and one line in
/// `Site.exportKinds`; its pages offer it with `ExportOffer`.
protocol ExportKind: Sendable {
    /// Names the kind in the database: `synopsis`.
    static var key: String { get }

    /// What the document is. Asked when it is ordered, when it is made and when it is fetched, as the visitor of the
    /// context with the roles held then.
    ///
    /// - Throws: `Refusal` where this visitor may not have it, `PageFault.notFound` where there is no such thing
    static func subject(_ query: Query, in context: SiteContext, _ db: Connection) throws -> ExportSubject

    /// How many rows its tables have to hold, counted apart from the writing: a document with more or fewer has failed.
    static func rows(_ query: Query, in context: SiteContext, _ db: Connection) throws -> Int64

    /// Writes the document, in the same look at the database.
    static func write(_ query: Query, on paper: any PaperWriter, in context: SiteContext, _ db: Connection) throws
}

/// What is about to be made.
struct ExportSubject: Equatable, Sendable {
    let title: String
    /// The name of the file, without its ending: letters, digits, hyphens.
    let fileStem: String
    let isLandscape: Bool
    /// At the foot of each page; nil for the title.
    var footer: String?
}

extension Site {
    static let exportKinds: [any ExportKind.Type] = [
        SynopsisExport.self, PaperExport.self, StocktakingExport.self,
    ]

    static func exportKind(_ key: String?) -> (any ExportKind.Type)? {
        exportKinds.first { $0.key == key }
    }
}

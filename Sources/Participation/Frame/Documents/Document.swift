// SPDX-License-Identifier: EUPL-1.2

/// A document with its rights and its day.
public struct Document: Sendable {
    public let id: String
    public let number: Int64?
    public let title: String
    public let url: String?
    public let rights: String?
    /// Words for those who do not see a picture.
    public let alt: String?
    public let fileNumber: String?
    public let datedOn: PartialDate?
    /// What it belongs to.
    public let matter: String
    /// The file that lies here; nil for a link to another place.
    public let file: StoredFile?
    /// How the file was called when it came.
    public let fileName: String?
    public let rule: PublicationRule
    /// Whether it was taken away; then only its name is left.
    public let isTakenAway: Bool
    /// The id of the original, where this is its blackened copy.
    public let copyOf: String?
}

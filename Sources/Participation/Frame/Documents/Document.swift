// SPDX-License-Identifier: EUPL-1.2

/// A document with its rights and its day.
public struct Document: Sendable {
    public let id: String
    public let number: Int64?
    public let title: String
    public let url: String?
    public let rights: String?
    public let fileNumber: String?
    public let datedOn: PartialDate?
    /// What it belongs to.
    public let matter: String
}

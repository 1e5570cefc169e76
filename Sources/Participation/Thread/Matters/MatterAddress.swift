// SPDX-License-Identifier: EUPL-1.2

/// What the address of a public matter's own page is made of.
public struct MatterAddress: Equatable, Sendable {
    public let id: String
    public let kind: MatterKind
    public let key: String
    public let number: Int64?
}

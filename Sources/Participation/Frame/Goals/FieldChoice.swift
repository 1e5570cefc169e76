// SPDX-License-Identifier: EUPL-1.2

/// A public field of action that lists can be narrowed to.
public struct FieldChoice: Equatable, Sendable {
    public let key: String
    public let name: String
}

// SPDX-License-Identifier: EUPL-1.2

/// In whose name a statement is given.
public struct StatementParty: Equatable, Sendable {
    public enum Kind: String, Sendable {
        case organisation, municipality, person
    }

    public let kind: Kind
    /// The id of the organisation, municipality or person.
    public let id: String
    public let name: String

    public init(_ kind: Kind, id: String, name: String) {
        self.kind = kind
        self.id = id
        self.name = name
    }

    /// Invitations name a municipality with its rank: "Stadt Neuenfeld" is the municipality Neuenfeld. For a district
    /// its administration answers.
    public func isMeant(by invited: String) -> Bool {
        if invited == name { return kind != .person }
        if kind == .organisation { return Self.administration(of: invited) == name }
        return kind == .municipality && Self.ranks.contains { "\($0) \(name)" == invited }
    }

    /// "Kreisverwaltung Auental" for "Kreis Auental"; nil for what is no district.
    static func administration(of invited: String) -> String? {
        ["Kreis ", "Landkreis "].first { invited.hasPrefix($0) }.map {
            "Kreisverwaltung \(invited.dropFirst($0.count))"
        }
    }

    static let ranks = ["Stadt", "Gemeinde", "Markt", "Kreisstadt", "Landeshauptstadt"]
}

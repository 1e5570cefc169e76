// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What can be chosen in the form of an idea.
public struct IdeaChoices: Equatable, Sendable {
    public let forums: [Forum.Choice]
    public let municipalities: [MunicipalityChoice]
    /// The organisations that the visitor may write for.
    public let organisations: [RepresentedOrganisation]

    /// An organisation somebody may write for.
    public struct RepresentedOrganisation: Equatable, Sendable {
        public let id: String
        public let number: Int64
        public let name: String
    }

    public init(
        forums: [Forum.Choice], municipalities: [MunicipalityChoice], organisations: [RepresentedOrganisation]
    ) {
        self.forums = forums
        self.municipalities = municipalities
        self.organisations = organisations
    }

    public static func load(for visitor: Visitor, in programme: String, _ db: Connection) throws -> IdeaChoices {
        let represented = visitor.roles(in: programme)
            .filter { $0.role == .organisationRepresentative }.compactMap(\.matter)
        return IdeaChoices(
            forums: try Forum.choices(in: programme, db), municipalities: try Municipality.choices(in: programme, db),
            organisations: represented.isEmpty ? [] : try organisations(represented, in: programme, db))
    }

    func hasForum(_ number: String) -> Bool { forums.contains { String($0.number) == number } }

    func hasMunicipality(_ ags: String) -> Bool { municipalities.contains { $0.ags == ags } }

    func organisation(_ number: String) -> RepresentedOrganisation? {
        organisations.first { String($0.number) == number }
    }
}

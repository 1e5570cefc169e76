// SPDX-License-Identifier: EUPL-1.2

/// `organisations.json`: bodies of any kind besides the ministries.
struct OrganisationRecord: MatterRecord {
    static let kind = MatterKind.organisation
    static let file = "organisations"

    var id = ""
    var publicNumber: Int64 = 0
    var name = ""
    var organisationKind = OrganisationKind.other
    var abbreviation: String?
    var municipality: String?
    var website: String?
    var description: String?
    var term: Period?
    var predecessors: [OrganisationSuccession] = []
    var sources: [String] = []

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.field("name", &name)
        visitor.field("kind", &organisationKind)
        visitor.field("abbreviation", &abbreviation)
        visitor.reference("municipality", &municipality, to: .municipality)
        visitor.field("website", &website)
        visitor.field("description_de", &description)
        visitor.period("term", &term)
        visitor.children("predecessors", &predecessors)
        visitor.sources(&sources)
        visitor.stored("sort_key", SortKey.make(name))
    }
}

/// One body that an organisation took over from, with the date.
struct OrganisationSuccession: ChildRecord {
    static let table = "organisation_succession"
    static let parentColumn = "organisation_id"

    var predecessor = ""
    var effectiveOn: PartialDate?
    var note: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("predecessor", &predecessor)
        visitor.field("effective_on", &effectiveOn)
        visitor.field("note", &note)
    }
}

/// What kind of body an organisation is.
public enum OrganisationKind: String, Choice {
    case ministry, authority, municipal, association, chamber, company, foundation, university, school, culture, club
    case union, church, network, other
}

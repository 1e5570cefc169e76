// SPDX-License-Identifier: EUPL-1.2

/// `projects.json`: ministry projects, partner projects and state programmes, with their milestones.
struct ProjectRecord: MatterRecord {
    static let kind = MatterKind.project
    static let file = "projects"
    static let laterKeys = [
        "office", "contact_de", "report_months", "funding_ends_on", "partner_roles", "contributions",
        "legal_basis_de", "total_volume_cents", "region_share_cents", "region_share_method_de",
    ]

    var id = ""
    var slug = ""
    var officialCode: String?
    var title = ""
    var projectKind = ProjectKind.project
    var partOf: String?
    var field: String?
    var fieldConfidence: Confidence?
    var forum: String?
    var ministry: String?
    var pillar: String?
    var description = ""
    var isRegionWide = false
    var municipalities: [String] = []
    var districts: [String] = []
    var partners: [String] = []
    var state = ProjectState.unknown
    var stateAsOf: PartialDate?
    var stateNote: String?
    var period: Period?
    var milestones: [MilestoneRecord] = []
    var citedBudget: Euros?
    var citedBudgetNote: String?
    var isCitizenOrigin: Bool?
    var membershipConfidence: Confidence?
    var stateConfidence: Confidence?
    var sources: [String] = []
    var confidence: Confidence?
    var publicNumber: Int64 = 0
    var goals: [String] = []
    var light: TrafficLight?
    var lightReason: String?
    var endReason: String?
    var lessons: String?
    var history: [StateChangeRecord<ProjectState>] = []
    /// The office that reports.
    var office: String?
    /// Whom to ask, by function and never by name.
    var contact: String?
    /// How many months lie between two reports.
    var reportMonths: Int64?
    var fundingEndsOn: PartialDate?
    /// Of a state programme: what it rests on, how much it is in all, and what of it reaches the region, computed how.
    var legalBasis: String?
    var totalVolumeCents: Int64?
    var regionShareCents: Int64?
    var regionShareMethod: String?
    var partnerRoles: [PartnerRoleRecord] = []
    var facts: [ProjectFactRecord] = []
    var contributions: [ContributionRecord] = []

    var key: String { slug }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "reference")
        visitor.field("slug", &slug, column: "")
        visitor.field("official_code", &officialCode)
        visitor.field("title", &title)
        visitor.field("kind", &projectKind)
        visitor.reference("part_of", &partOf, to: .project)
        visitor.reference("field", &field, to: .field)
        visitor.field("field_confidence", &fieldConfidence)
        visitor.reference("forum", &forum, to: .forum)
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.reference("pillar", &pillar, to: .pillar)
        visitor.field("description_de", &description)
        visitPlaces(&visitor)
        visitor.field("status", &state, column: "state")
        visitor.field("status_as_of", &stateAsOf, column: "state_as_of")
        visitor.field("status_note_de", &stateNote, column: "state_note")
        visitor.period("period", &period)
        visitor.matters("milestones", &milestones)
        visitor.field("budget_eur", &citedBudget, column: "cited_budget_cents")
        visitor.field("budget_note_de", &citedBudgetNote, column: "cited_budget_note")
        visitor.field("citizen_origin", &isCitizenOrigin, column: "is_citizen_origin")
        visitor.field("membership_confidence", &membershipConfidence)
        visitor.field("status_confidence", &stateConfidence, column: "state_confidence")
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("number", &publicNumber, column: "")
        visitAims(&visitor)
        visitor.reference("office", &office, to: .office)
        visitor.field("contact_de", &contact)
        visitor.field("report_months", &reportMonths)
        visitor.field("funding_ends_on", &fundingEndsOn)
        visitStateProgramme(&visitor)
        visitor.children("partner_roles", &partnerRoles)
        visitor.children("contributions", &contributions)
        visitor.stored("sort_key", SortKey.make(title))
    }

    private mutating func visitPlaces<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("region_wide", &isRegionWide, column: "is_region_wide")
        let places = ChildTable(name: "project_municipality", parent: "project_id", column: "municipality_id")
        visitor.references("municipalities", &municipalities, to: .municipality, in: places)
        let districtTable = ChildTable(name: "project_district", parent: "project_id", column: "district_id")
        visitor.references("kreise", &districts, to: .district, in: districtTable)
        visitor.texts(
            "partners", &partners, in: ChildTable(name: "project_partner", parent: "project_id", column: "name"))
    }

    private mutating func visitStateProgramme<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("legal_basis_de", &legalBasis)
        visitor.field("total_volume_cents", &totalVolumeCents)
        visitor.field("region_share_cents", &regionShareCents)
        visitor.field("region_share_method_de", &regionShareMethod)
    }

    private mutating func visitAims<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        let goalTable = ChildTable(name: "project_goal", parent: "project_id", column: "goal_id")
        visitor.references("goals", &goals, to: .goal, in: goalTable)
        visitor.field("traffic_light", &light, column: "light")
        visitor.field("traffic_light_reason_de", &lightReason, column: "light_reason")
        visitor.field("end_reason_de", &endReason, column: "end_reason")
        visitor.field("lessons_de", &lessons)
        visitor.children("history", &history)
        visitor.newerChildren("fact_sheet", &facts)
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        var faults: [String] = []
        if pillar == nil { faults.append("a project needs its pillar") }
        if (projectKind == .subProject) != (partOf != nil) {
            faults.append("part_of and the kind sub_project belong together")
        }
        if Set(municipalities).count != municipalities.count { faults.append("municipalities names one twice") }
        if let fundingEndsOn, fundingEndsOn.precision != .day { faults.append("funding_ends_on is a whole day") }
        if let reportMonths, !(1...24).contains(reportMonths) { faults.append("report_months is 1 to 24") }
        if partnerRoles.contains(where: { !partners.contains($0.name) }) {
            faults.append("partner_roles names a body that is no partner")
        }
        faults += contradictionsOfStateProgramme
        if partOf == slug { faults.append("a project is not part of itself") }
        return faults
    }
}

extension ProjectRecord {
    private var contradictionsOfStateProgramme: [String] {
        var faults: [String] = []
        let says =
            legalBasis != nil || totalVolumeCents != nil || regionShareCents != nil || regionShareMethod != nil
        if says, pillar != ProgrammePillar.stateProgrammes {
            faults.append("legal_basis_de, total_volume_cents and region_share_… belong to state programmes")
        }
        if (totalVolumeCents ?? 0) < 0 || (regionShareCents ?? 0) < 0 {
            faults.append("total_volume_cents and region_share_cents are not below nought")
        }
        if (regionShareCents == nil) != (regionShareMethod == nil) {
            faults.append("region_share_cents and region_share_method_de belong together")
        }
        if let share = regionShareCents, let total = totalVolumeCents, share > total {
            faults.append("region_share_cents is more than total_volume_cents")
        }
        return faults
    }
}

public enum ProjectKind: String, Choice {
    case project
    case subProject = "sub_project"
}

/// What a partner does in a project.
struct PartnerRoleRecord: ChildRecord {
    static let table = "project_partner_role"
    static let parentColumn = "project_id"

    var name = ""
    var role = ""

    init() {}

    init(_ name: String, _ role: String) {
        self.name = name
        self.role = role
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("name", &name)
        visitor.field("role_de", &role)
    }
}

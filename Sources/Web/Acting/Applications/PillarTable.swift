// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<PartnerApplication>>

extension OpenList {
    /// The partner projects of `/partnerprojekte`.
    static let partnerProjects = pillar("partner-projects", PillarPage.partners, projectColumns)
    /// The state programmes of `/landesprogramme`.
    static let stateProgrammes = pillar(
        "state-programmes", PillarPage.stateProgrammes, projectColumns.dropLast() + terms + projectColumns.suffix(1))

    private static let terms: [OpenColumn<OpenEntry<ProjectListing>>] = [
        OpenColumn(
            "legal_basis",
            text: { $0.wording("legal_basis", of: $0.summary.id, or: $0.stateProgramme.legalBasis) }),
        OpenColumn("total_volume_cents", number: { $0.stateProgramme.totalVolumeCents }),
        OpenColumn("region_share_cents", number: { $0.stateProgramme.regionShareCents }),
        OpenColumn(
            "region_share_method",
            text: { $0.wording("region_share_method", of: $0.summary.id, or: $0.stateProgramme.regionShareMethod) }),
    ]

    private static func pillar(
        _ key: String, _ place: PillarPage.Place, _ columns: [OpenColumn<OpenEntry<ProjectListing>>]
    ) -> OpenList {
        OpenList(key, at: place.path, columns: columns) { reading in
            { page in try reading.projects(ProjectSelection(pillar: place.key), by: .title, page) }
        }
    }

    /// What partners applied for, and what became of it.
    static let applications = OpenList(
        "applications", at: "/partnerprojekte/antraege", columns: columns,
        batches: { reading in
            let filter = try PartnerApplication.Filter(
                reading.context.query, among: try FieldChoice.list(in: reading.programme, reading.db))
            let order = try reading.context.query.choice("sortierung", as: PartnerApplication.Order.self) ?? .number
            return { page in
                let applications = try PartnerApplication.list(
                    filter, by: order, page, in: reading.programme, reading.db
                ).rows
                return try reading.entries(applications) { [$0.id, $0.call] }
            }
        })

    private static let columns = [
        Column("number", number: { $0.number }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("summary", text: { $0.wording("summary", of: $0.id, or: $0.summary) }),
        Column("call_number", number: { $0.numberOf($0.call) }),
        Column("call", text: { $0.titleOf($0.subject.call) }),
        Column("organisation_number", number: { $0.organisationNumber }),
        Column("organisation", text: { $0.organisation }),
        Column("submitted_on", date: { $0.submittedOn }),
        Column("state", text: { $0.word(state: $0.state.rawValue) }),
        Column("state_key", text: { $0.state.rawValue }),
        Column("outcome", text: { $0.word(state: $0.outcome?.rawValue) }),
        Column("outcome_key", text: { $0.outcome?.rawValue }),
        Column("reason", text: { $0.wording("reason", of: $0.id, or: $0.reason) }),
        Column("address", text: { $0.address("/partnerprojekte#antrag-\($0.number)") }),
    ]
}

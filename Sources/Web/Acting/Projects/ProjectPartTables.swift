// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias MilestoneColumn = OpenColumn<OpenEntry<MilestoneListing>>
private typealias ReportColumn = OpenColumn<OpenEntry<ReportListing>>

extension OpenList {
    /// The milestones of all projects, or of the one that `?projekt=3` names.
    static let milestones = OpenList(
        "milestones", at: "/projekte/meilensteine", shownAt: "/projekte", columns: milestoneColumns
    ) { reading in
        let project = try reading.projectOfAddress()
        return { page in
            let milestones = try MilestoneListing.list(in: reading.programme, project: project, page, reading.db)
            return try reading.entries(milestones) { [$0.milestone.id, $0.projectID] }
        }
    }

    /// The released reports of all projects, or of the one that `?projekt=3` names.
    static let reports = OpenList(
        "reports", at: "/projekte/berichte", shownAt: "/projekte", columns: reportColumns
    ) { reading in
        let project = try reading.projectOfAddress()
        return { page in
            let reports = try ReportListing.list(in: reading.programme, project: project, page, reading.db)
            return try reading.entries(reports) { [$0.report.id, $0.projectID] }
        }
    }

    private static let milestoneColumns = [
        MilestoneColumn("project_number", number: { $0.numberOf($0.projectID) }),
        MilestoneColumn("project", text: { $0.titleOf($0.projectID) }),
        MilestoneColumn("dated_on", date: { $0.milestone.datedOn }),
        MilestoneColumn("text", text: { $0.wording("text", of: $0.milestone.id, or: $0.milestone.text) }),
        MilestoneColumn("state", text: { $0.word(state: $0.milestone.state) }),
        MilestoneColumn("state_key", text: { $0.milestone.state }),
        MilestoneColumn(
            "address",
            text: { entry in
                entry.mentions.matter(entry.projectID).flatMap(MatterPaths.show).map { entry.address($0) }
            }),
    ]

    private static let reportColumns = [
        ReportColumn("number", number: { $0.report.number }),
        ReportColumn("project_number", number: { $0.numberOf($0.projectID) }),
        ReportColumn("project", text: { $0.titleOf($0.projectID) }),
        ReportColumn("as_of", date: { $0.report.asOf }),
        ReportColumn("light_key", text: { $0.report.light?.rawValue }),
        ReportColumn("done", text: { $0.wording("done", of: $0.report.id, or: $0.report.done) }),
        ReportColumn("next", text: { $0.wording("next", of: $0.report.id, or: $0.report.next) }),
        ReportColumn("blocked", text: { $0.wording("blocked", of: $0.report.id, or: $0.report.blocked) }),
        ReportColumn(
            "address",
            text: { entry in
                entry.mentions.matter(entry.projectID).flatMap(MatterPaths.show).map { entry.address($0) }
            }),
    ]
}

extension OpenReading {
    /// The id of the project that the address names; nil for all, not found where there is none of that number.
    fileprivate func projectOfAddress() throws -> String? {
        guard let number = try context.query.number("projekt") else { return nil }
        guard let project = try Project.find(number, in: programme, db) else { throw PageFault.notFound }
        return project.id
    }
}

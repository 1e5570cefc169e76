// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/personen`: who holds which role in the programme. Addresses are hidden but for the administrator, who
/// needs them to know whom a role is given to.
struct StaffPeopleRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PeoplePaths.people), use: list)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayListPeople(in: programme).check()
        let today = Moment(site.clock()).day
        let holders = try await site.read { db in try RoleHolder.list(in: programme, on: today, db) }
        return try site.render(StaffPeoplePage(holders, in: context), in: context)
    }
}

/// Everybody with a role in a programme.
struct StaffPeoplePage: Page {
    static let template = "People/people"
    let heading: String
    let newRole: String
    let table: Table?
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = StaffPeoplePage(
        heading: "Personen und Rollen", newRole: "/arbeit/personen/neu", table: .sample, empty: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension StaffPeoplePage {
    init(_ holders: [RoleHolder], in context: SiteContext) {
        let columns = ["name", "email", "role", "matter", "since"].map {
            Table.Column(context.text("people.staff.columns.\($0)"))
        }
        let rows = holders.map { holder in
            let email = context.visitor.isAdministrator ? holder.email?.text : holder.email?.masked
            let cells = [
                holder.displayName, email ?? "–", context.text("people.roles.\(holder.role.rawValue)"),
                holder.matterTitle ?? context.text("people.staff.everything"),
                context.notation.date(holder.startsOn.text),
            ]
            let mayEnd = context.visitor.mayGrant(holder.role, in: context.currentProgramme?.id).isAllowed
            let end = mayEnd ? context.links.to(PeoplePaths.role(holder.assignment)) : nil
            return Table.Row(
                zip(columns, cells).enumerated().map {
                    Table.Cell($1.0, $1.1, link: $0 == 2 ? end : nil, isHeading: $0 == 0)
                })
        }
        heading = context.text("people.work.people")
        newRole = context.links.to(PeoplePaths.newRole)
        table =
            rows.isEmpty
            ? nil : Table(caption: context.text("people.staff.caption"), columns: columns, rows: rows)
        empty =
            rows.isEmpty
            ? EmptyState(text: context.text("people.staff.empty"), link: nil, linkLabel: nil) : nil
        crumbs = [context.workCrumb]
    }
}

extension SiteContext {
    /// The step back to the staff's start page.
    var workCrumb: Crumb { Crumb(label: text("people.work.heading"), link: links.to(PeoplePaths.work)) }
}

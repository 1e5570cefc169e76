// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mittel/projekte/N` and `/mittel/vergleich`: the five questions for one project, and the ledger part by part.
struct FundingAnswersRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(FundingPaths.answers), use: answers)
        table.get(RouterPath(FundingPaths.comparison), use: comparison)
        table.downloads(.ledgerEntries, site)
        table.downloads(.fundingAnswers, site)
    }

    @Sendable
    private func answers(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (programme, number) = (try context.programme.id, try context.number())
        let today = Moment(site.clock()).day
        let page = try await site.read { db in
            guard let project = try LedgerProject.find(number, in: programme, db) else { throw PageFault.notFound }
            let view = FundingAnswersView(
                project: project, answers: try FundingAnswers.list(of: project.id, on: today, db),
                entries: try LedgerEntry.list(of: project.id, db), today: today)
            let mentions = try Mentions.load([project.id], programme, context, db)
            return FundingAnswersPage(view, mentions, in: context)
        }
        return try site.render(page, in: context)
    }

    @Sendable
    private func comparison(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let grouping = try context.query.choice("nach", as: FundingGrouping.self) ?? .ministry
        let wished = try context.query.choice("grundlage", as: FundingBasis.self)
        let page = try await site.read { db in
            let sums = try FundingSum.list(in: programme, db)
            let first = FundingBasis.allCases.first { basis in sums.contains { $0.basis == basis } }
            let basis = wished ?? first ?? .stateShare
            let groups = try FundingGroup.list(by: grouping, on: basis, in: programme, db)
            let mentions = try Mentions.load(groups.map(\.key), programme, context, db)
            return FundingComparisonPage(groups, by: grouping, on: basis, mentions, in: context)
        }
        return try site.render(page, in: context)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct FigureRegisterTests {
    @Test(arguments: Bundled.slugs)
    func `a figure says the same whether it is asked for alone or among all`(slug: String) async throws {
        let (all, single) = try await Bundled.database(.sqlite).read { db in
            let programme = try #require(try ProgrammeQueries.id(slug: slug, in: db))
            let all = try FigureRegister.all(of: programme, in: db)
            return (all, try all.map { try FigureRegister.find($0.key, of: programme, in: db) })
        }
        #expect(all.count > FigureRegister.definitions.count)
        #expect(single == all)
    }
}

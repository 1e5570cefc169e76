// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation

extension Site {
    /// Answers a form that was sent. Refused, it comes back with what was typed: 422 when something is wrong with it,
    /// 409 when somebody else was faster.
    ///
    /// - Parameters:
    ///   - act: does what the form asks for and says where to go on
    ///   - page: the page with the form once more
    func answer(
        in context: SiteContext, _ act: () async throws -> Response,
        orShow page: (FormFaults) async throws -> some Page
    ) async throws -> Response {
        do {
            return try await act()
        } catch let invalid as InvalidForm {
            let faults = FormFaults(invalid, in: context)
            return try render(try await page(faults), in: context, status: .unprocessableContent)
        } catch let conflict as Outdated {
            let faults = FormFaults(nil, conflict: conflict, in: context)
            return try render(try await page(faults), in: context, status: .conflict)
        }
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation

/// What stands between the street and the house: keys of forms, limits, the checking of passwords, the demonstration.
struct Entrance: Sendable {
    let formKeys: FormKeys
    let limits = RateLimits()
    let passwords = PasswordTurns()
    let commonPasswords: CommonPasswords
    /// Whether everybody may sign in as one of the invented people, on this machine only.
    let isDemonstration: Bool

    init(_ settings: SiteSettings) throws {
        formKeys = FormKeys(secret: settings.secret)
        isDemonstration = settings.isDemonstration
        commonPasswords = CommonPasswords(
            try String(contentsOf: settings.resources.appending(path: "common-passwords.txt"), encoding: .utf8))
    }
}

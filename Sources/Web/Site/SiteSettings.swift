// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Participation

/// What the operator decides about the site.
public struct SiteSettings: Sendable {
    /// `https://beteiligung.example.org`; all absolute links begin with it, and requests for other hosts are refused.
    public var publicURL: URL?
    /// Addresses of reverse proxies whose forwarding headers are believed.
    public var trustedProxies: [String]
    /// The folder with `Templates`, `Locales`, `Public` and `Legal`.
    public var resources: URL
    /// A folder whose legal texts go before the shipped ones.
    public var legalTexts: URL?
    /// Whether pages for readers who are not signed in are kept for a second.
    public var keepsPages: Bool
    /// Whoever bears it may read the measurements from elsewhere than this machine.
    public var metricsToken: String?
    /// Signs the keys of forms; the same after a restart, so that forms that are open stay good.
    public var secret: [UInt8]
    /// Whether whoever sits at this machine may sign in as one of the invented people with one click.
    public var isDemonstration: Bool
    /// Where the site is found while no public address is set: `http://127.0.0.1:8080`.
    public var localRoot: String
    /// Whether mails leave; otherwise they wait in the outbox, and pages say so.
    public var sendsMail = false
    /// Under which licence everything public may be used.
    public var dataLicence: DataLicence
    /// What makes PDFs; nil where it is not installed, and pages say so.
    public var printer: PrintProgram?
    /// By what contributions wait for a person to read them first.
    public var quarantine = QuarantineRules()
    /// Where the keys of polls are kept; nobody can vote without.
    public var pollKeys = PollKeys.none

    public init(
        publicURL: URL? = nil, trustedProxies: [String] = [], resources: URL, legalTexts: URL? = nil,
        keepsPages: Bool = false, metricsToken: String? = nil,
        secret: [UInt8] = (0..<32).map { _ in UInt8.random(in: .min ... .max) }, isDemonstration: Bool = false,
        localRoot: String = "http://127.0.0.1:8080", dataLicence: DataLicence = .attribution
    ) {
        self.publicURL = publicURL
        self.trustedProxies = trustedProxies
        self.resources = resources
        self.legalTexts = legalTexts
        self.keepsPages = keepsPages
        self.metricsToken = metricsToken
        self.secret = secret
        self.isDemonstration = isDemonstration
        self.localRoot = localRoot
        self.dataLicence = dataLicence
    }

    /// Where people read what the licence allows.
    var licencePage: String { dataLicence.page }

    /// The public address without a slash at its end.
    var publicRoot: String? {
        guard let text = publicURL?.absoluteString else { return nil }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

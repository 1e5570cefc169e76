// SPDX-License-Identifier: EUPL-1.2

import Foundation

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

    public init(
        publicURL: URL? = nil, trustedProxies: [String] = [], resources: URL, legalTexts: URL? = nil
    ) {
        self.publicURL = publicURL
        self.trustedProxies = trustedProxies
        self.resources = resources
        self.legalTexts = legalTexts
    }

    /// The public address without a slash at its end.
    var publicRoot: String? {
        guard let text = publicURL?.absoluteString else { return nil }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

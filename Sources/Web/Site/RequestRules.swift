// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Participation

/// What a request must keep to before anything looks at its meaning.
struct RequestRules: Sendable {
    static let longestAddress = 2048
    static let largestHeaders = 16 * 1024
    static let largestBody = 1024 * 1024
    static let mostFields = 2000

    /// The host of the public address in small letters, with its port unless it is the usual one.
    private let publicHost: String?
    /// The same host with the usual port spelt out, as some proxies do.
    private let publicHostWithPort: String?
    private let trustedProxies: [String]

    init(_ settings: SiteSettings) {
        publicHost = settings.publicURL.flatMap(Self.host)
        publicHostWithPort = settings.publicURL.flatMap { url in
            url.host().map { "\($0.lowercased()):\(url.port ?? Self.usualPort(of: url))" }
        }
        trustedProxies = settings.trustedProxies
    }

    func check(_ request: Request) throws(PageFault) {
        let target = request.head.path ?? ""
        guard target.utf8.count <= Self.longestAddress else { throw .addressTooLong }
        let headers = request.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        guard headers <= Self.largestHeaders else { throw .headersTooLarge }
        guard target.hasPrefix("/"), !target.contains("#"), QueryText.decoded(target) != nil else {
            throw .unreadableAddress
        }
        // Browsers read a backslash as a slash: sent back in a redirect, "/\evil.example" is another host.
        guard !target.contains("\\"), hasOneHost(request) else { throw .unreadableAddress }
        if let length = request.headers[.contentLength] {
            guard let bytes = Int(length), bytes >= 0 else { throw .unreadableForm }
            guard bytes <= Self.largestBody(for: request) else { throw .bodyTooLarge }
        }
        guard isOurs(request) else { throw .misdirected }
        guard isFromOurPages(request) else { throw .foreignForm }
    }

    /// The address of whoever asks. Only a trusted proxy is believed when it speaks for another.
    func remoteAddress(of request: Request, peer: String?) -> String? {
        guard let peer, trustedProxies.contains(peer),
            let name = HTTPField.Name("X-Forwarded-For"), let chain = request.headers[name]
        else { return peer }
        let hops = chain.split(separator: ",").map { String($0).trimmed }
        return hops.last { !trustedProxies.contains($0) } ?? peer
    }

    /// The first `Host` becomes the authority; any other would be one host for a proxy and another one for us.
    private func hasOneHost(_ request: Request) -> Bool {
        guard let name = HTTPField.Name("Host") else { return true }
        return !request.headers.contains(name)
    }

    /// Where files come along more may come. Those who read such a form take it up piece by piece and have limits of
    /// their own; where no files are asked for it is not read at all.
    private static func largestBody(for request: Request) -> Int {
        let hasFiles = request.headers[.contentType]?.hasPrefix("multipart/form-data") ?? false
        return request.method == .post && hasFiles ? UploadedForm.largestBody : largestBody
    }

    private func isOurs(_ request: Request) -> Bool {
        guard let publicHost else { return true }
        if request.uri.path == HealthRoutes.path { return true }
        guard let authority = request.head.authority?.lowercased() else { return false }
        return authority == publicHost || authority == publicHostWithPort || Self.isLoopback(authority)
    }

    /// A change may only be asked for by a page of this site: browsers say where a form came from. Programs that are
    /// no browsers say nothing, and carry no session that somebody else could misuse.
    private func isFromOurPages(_ request: Request) -> Bool {
        guard ![HTTPRequest.Method.get, .head, .options].contains(request.method) else { return true }
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = URL(string: origin).flatMap(Self.host) else { return false }
        return host == request.head.authority?.lowercased() || host == publicHost
    }

    /// Whether the network address is the machine's own.
    static func isThisMachine(address: String?) -> Bool {
        guard let address else { return false }
        return address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
    }

    static func isLoopback(_ authority: String) -> Bool {
        let names = ["localhost", "127.0.0.1", "[::1]"]
        return names.contains { name in
            guard authority.hasPrefix(name) else { return false }
            let rest = authority.dropFirst(name.count)
            return rest.isEmpty || rest.first == ":" && rest.dropFirst().allSatisfy { ("0"..."9").contains($0) }
        }
    }

    private static func host(_ url: URL) -> String? {
        guard let host = url.host()?.lowercased() else { return nil }
        return url.port.map { $0 == usualPort(of: url) ? host : "\(host):\($0)" } ?? host
    }

    private static func usualPort(of url: URL) -> Int {
        url.scheme == "https" ? 443 : 80
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import HummingbirdCore
import NIOCore

extension Site {
    /// All routes of the site and of additional features, as tests add them.
    func responder(adding others: [any FeatureRoutes.Type] = []) -> SiteResponder {
        let table = RouteTable()
        for feature in Self.features + others {
            feature.init(site: self).add(to: table)
        }
        return SiteResponder(site: self, table: table)
    }

    /// The running server. It ends gracefully on SIGTERM and SIGINT when run by `runService()`: no new connections,
    /// requests under way are answered.
    public func application(host: String, port: Int) -> some ApplicationProtocol {
        Application(
            responder: responder(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [RequestDeadline()],
                    idleTimeout: .seconds(20),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 64 * 1024, maxHeaderListSize: 64 * 1024, maxHeaderFieldCount: 200))),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            logger: logger)
    }
}

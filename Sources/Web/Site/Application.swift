// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import HummingbirdCore
import NIOCore

extension Site {
    /// All routes of the site and of additional features, as tests add them.
    func responder(adding others: [any FeatureRoutes.Type] = []) -> SiteResponder {
        let table = RouteTable()
        table.add(middleware: SignInAgain(site: self))
        for feature in Self.features + others {
            feature.init(site: self).add(to: table)
        }
        return SiteResponder(site: self, table: table)
    }

    /// The running server. It ends gracefully on SIGTERM and SIGINT when run by `runService()`: no new connections,
    /// requests under way are answered.
    ///
    /// - Parameters:
    ///   - port: 0 takes any that is free
    ///   - onRunning: called with the port once connections are accepted
    public func application(
        host: String, port: Int, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        application(host: host, port: port, limits: ConnectionLimits(), responder: responder(), onRunning: onRunning)
    }

    func application(
        host: String, port: Int, limits: ConnectionLimits, responder: SiteResponder,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        Application(
            responder: responder,
            server: HTTPServerBuilder { SiteChannel(site: self, limits: limits, responder: $0) },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(ConnectionLimits.connections, logger: logger)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
            logger: logger)
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// One connection of a reader: HTTP/1.0 and 1.1, its time limits, and the short way from the page cache to the socket.
struct SiteChannel: ServerChildChannel, HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let site: Site
    let limits: ConnectionLimits
    let responder: HTTPChannelHandler.Responder

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(),
                withDecoderLimitConfiguration: ConnectionLimits.decoder)
            try pipeline.addHandler(ConnectionWatch(limits, site.metrics, SecurityHeaders(site.settings)))
            if let cache = site.pageCache {
                try pipeline.addHandler(DirectAnswers(cache, site.metrics))
            }
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            // It closes the connection when the server ends; the time limits are the watch's.
            try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: nil, logger: logger))
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async {
        await handleHTTP(asyncChannel: value, logger: logger)
    }
}

/// How long and how much a connection may ask for.
struct ConnectionLimits: Sendable {
    /// From the opening or the last answer until the next request's head is there: silence and dripping heads alike.
    var head = TimeAmount.seconds(20)
    /// From the head until the whole request is there.
    var request = TimeAmount.seconds(60)
    /// What comes at this pace or faster may take longer: a file from a telephone on a train.
    var bytesPerMillisecond = 16
    /// While an answer is sent: the longest time in which nothing at all is taken.
    var stall = TimeAmount.seconds(120)
    /// How often the limits are looked after.
    var interval = TimeAmount.seconds(5)
    /// Connections at a time; more of them wait until one closes. Below the usual limit of 1,024 open files.
    static let connections = 900

    static var decoder: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 64 * 1024
        limits.maxHeaderListSize = 64 * 1024
        limits.maxHeaderFieldCount = 200
        return limits
    }
}

// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import NIOHTTP1
import Synchronization

/// Looks after one connection: closes it when the other side is too slow or has said that it is done, speaks HTTP/1.0
/// to who does, and answers what is no HTTP at all.
final class ConnectionWatch: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: ConnectionLimits
    private let metrics: Metrics
    private let protection: SecurityHeaders
    private var timer: Scheduled<Void>?
    /// Requests whose answers are not complete, oldest first.
    private var open: [OpenRequest] = []
    private var isReading = false
    /// What has come of the request that is being read, in bytes.
    private var taken = 0
    private var isAnswering = false
    /// The last beginning or end of a request or answer.
    private var lastTurn = NIODeadline.now()
    /// Pieces of answers on their way, and when the last one was taken.
    private var pieces = 0
    private var lastTaken = NIODeadline.now()

    private struct OpenRequest {
        let version: HTTPVersion
        let isLast: Bool
    }

    init(_ limits: ConnectionLimits, _ metrics: Metrics, _ protection: SecurityHeaders) {
        self.limits = limits
        self.metrics = metrics
        self.protection = protection
    }

    func handlerAdded(context: ChannelHandlerContext) {
        metrics.connections.wrappingAdd(1, ordering: .relaxed)
        lookLater(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        metrics.connections.wrappingSubtract(1, ordering: .relaxed)
        timer?.cancel()
        timer = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            open.append(OpenRequest(version: head.version, isLast: !head.isKeepAlive))
            isReading = true
            taken = 0
            lastTurn = .now()
        case .body(let piece): taken += piece.readableBytes
        case .end: isReading = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where open.first?.isLast ?? true:
            isAnswering = true
            context.write(wrapOutboundOut(.head(last(head))), promise: promise)
        case .head:
            isAnswering = true
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: followed(promise, context))
        case .end:
            end(context, data, promise)
        }
    }

    /// What is no HTTP is answered here, since nothing further on can say what was meant.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError else {
            context.fireErrorCaught(error)
            return
        }
        guard !isAnswering, open.count <= (isReading ? 1 : 0) else {
            context.close(promise: nil)
            return
        }
        let text = "400: Die Anfrage ist kein gültiges HTTP.\n400: The request is not valid HTTP.\n"
        var fields: [(String, String)] = [
            ("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "\(text.utf8.count)"),
            ("Cache-Control", "no-store"), ("Connection", "close"),
        ]
        fields += protection.pairs
        let head = HTTPResponseHead(version: .http1_1, status: .badRequest, headers: HTTPHeaders(fields))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
    }

    /// The head of an answer after which the connection closes. HTTP/1.0 knows no chunks: there the end of the
    /// connection is the end of the body.
    private func last(_ head: HTTPResponseHead) -> HTTPResponseHead {
        var head = head
        if open.first?.version == .http1_0 { head.version = .http1_0 }
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        return head
    }

    private func end(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        let isLast = open.first?.isLast ?? true
        if !open.isEmpty { open.removeFirst() }
        isAnswering = false
        lastTurn = .now()
        guard isLast else {
            context.write(data, promise: promise)
            return
        }
        let promise = promise ?? context.eventLoop.makePromise()
        let channel = context.channel
        promise.futureResult.whenComplete { _ in channel.close(promise: nil) }
        context.write(data, promise: promise)
    }

    /// Notices when the piece has left this machine.
    private func followed(
        _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext
    ) -> EventLoopPromise<Void> {
        let promise = promise ?? context.eventLoop.makePromise()
        if pieces == 0 { lastTaken = .now() }
        pieces += 1
        promise.futureResult.assumeIsolated().whenComplete { _ in
            self.pieces -= 1
            self.lastTaken = .now()
        }
        return promise
    }

    private func lookLater(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: limits.interval) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let isSlow =
            if pieces > 0 {
                now - lastTaken > limits.stall
            } else if isReading {
                now - lastTurn > limits.request + .milliseconds(Int64(taken / limits.bytesPerMillisecond))
            } else {
                open.isEmpty && now - lastTurn > limits.head
            }
        guard isSlow else { return lookLater(context) }
        if pieces > 0 || isReading { metrics.slowConnections.wrappingAdd(1, ordering: .relaxed) }
        context.close(promise: nil)
    }
}

@available(*, unavailable)
extension ConnectionWatch: Sendable {}

// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import NIOHTTP1

/// Answers a plain request for a kept page on the connection's own thread. Whatever is not plain goes on to the site,
/// and so does everything while the site still answers an earlier request of the connection.
final class DirectAnswers: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let cache: PageCache
    private let metrics: Metrics
    /// Requests that the site has not answered yet.
    private var underWay = 0
    private var answer: PlainRequest.Answer?
    private var hasWritten = false

    init(_ cache: PageCache, _ metrics: Metrics) {
        self.cache = cache
        self.metrics = metrics
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if underWay == 0, context.channel.isWritable, let request = PlainRequest(head) {
                answer = cache.page(for: request.key).flatMap(request.answer)
            }
            if answer == nil {
                underWay += 1
                context.fireChannelRead(data)
            }
        case .body where answer != nil: break
        case .end where answer != nil: give(context)
        case .body, .end: context.fireChannelRead(data)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { underWay -= 1 }
        context.write(data, promise: promise)
    }

    private func give(_ context: ChannelHandlerContext) {
        guard let answer else { return }
        self.answer = nil
        hasWritten = true
        metrics.noteDirectAnswer(isNotModified: answer.body == nil)
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        if let body = answer.body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

@available(*, unavailable)
extension DirectAnswers: Sendable {}

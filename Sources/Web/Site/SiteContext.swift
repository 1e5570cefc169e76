// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird
import Logging
import NIOCore
import Participation

/// What a handler knows about the request besides the request itself: who asks, where, in which language.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Stands in the answer's `X-Request-Id`, on error pages and in the log.
    let requestID: String
    /// The network address of whoever asks; behind a trusted proxy, the one that the proxy names.
    var remoteAddress: String?
    /// Where the connection does its work; nil without a socket.
    private(set) var eventLoop: (any EventLoop)?
    var address = PageAddress(path: "/")
    var query = Query.empty
    var links = Links(language: .german, slug: nil, publicURL: nil)
    var texts: LocalTexts
    var navigation = Navigation.empty
    /// When it was asked.
    var now = Date(timeIntervalSince1970: 0)
    /// Whoever asks, as far as the request says.
    var visitor = Visitor.guest
    /// Nil for guests.
    var session: Session?
    /// Nil while no main programme has been set up.
    var currentProgramme: SiteProgramme?

    var maxUploadSize: Int { RequestRules.largestBody }

    init(source: ApplicationRequestContextSource) {
        self.init(logger: source.logger, remoteAddress: source.channel.remoteAddress?.ipAddress)
        self.eventLoop = source.channel.eventLoop
    }

    /// Made without a socket, as tests do.
    init(logger: Logger, remoteAddress: String?) {
        let requestID = String(UInt64.random(in: .min ... .max), radix: 36)
        self.coreContext = CoreRequestContextStorage(source: Origin(logger: logger))
        self.requestID = requestID
        self.remoteAddress = remoteAddress
        self.texts = LocalTexts(texts: Texts(entries: [:]), language: .german)
        self.logger[metadataKey: "request"] = .string(requestID)
    }

    private struct Origin: RequestContextSource {
        let logger: Logger
    }
}

extension SiteContext {
    var language: Language { address.language }
    var notation: Notation { Notation(language: language) }

    /// Whether the site has a page to search.
    var hasSearch: Bool { navigation.hasSearch }

    /// The day in Berlin on which it was asked.
    var today: PartialDate { Moment(now).day }

    /// The programme of the address. Pages outside any programme do not ask for it.
    var programme: SiteProgramme {
        get throws(PageFault) {
            guard let currentProgramme else { throw .noProgramme }
            return currentProgramme
        }
    }

    /// The text of a locale key: `context.text("projects.list.title")`.
    func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        texts.text(key, values)
    }

    func text(_ key: String, count: some BinaryInteger, _ values: KeyValuePairs<String, String> = [:]) -> String {
        texts.text(key, count: count, values)
    }

    /// A captured part of the path, decoded: `context.parameter("slug")`.
    func parameter(_ name: String) throws(PageFault) -> String {
        guard let raw = parameters.get(name), let text = QueryText.decoded(raw) else { throw .notFound }
        return text
    }

    /// A captured number; anything that is not written as a plain number from 1 on is no address of ours.
    func number(_ name: String = "number") throws(PageFault) -> Int64 {
        let text = try parameter(name)
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text), number > 0,
            String(number) == text
        else { throw .notFound }
        return number
    }

    /// What a form sent, in the order of its fields.
    func form(in request: Request) async throws -> Query {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false else {
            throw PageFault.unreadableForm
        }
        let body = try await request.body.collect(upTo: RequestRules.largestBody)
        guard let text = body.getString(at: body.readerIndex, length: body.readableBytes) else {
            throw PageFault.unreadableForm
        }
        return try Query(
            text, longestValue: RequestRules.largestBody, mostPieces: RequestRules.mostFields, orElse: .unreadableForm)
    }
}

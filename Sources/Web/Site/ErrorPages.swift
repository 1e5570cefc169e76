// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import Logging
import NIOCore
import Participation
import Storage

/// Turns every error into a page in the visitor's language; what nobody foresaw is logged with the request's id.
struct ErrorPages: Sendable {
    let site: Site

    func answer(to error: any Error, in context: SiteContext) -> Response {
        let fault = PageFault(error)
        if let fault, fault != .unavailable {
            return page(fault, in: context)
        }
        context.logger.error("\(context.address.path): \(String(reflecting: error))")
        return fault.map { page($0, in: context) } ?? page(key: "failure", status: .internalServerError, in: context)
    }

    private func page(_ fault: PageFault, in context: SiteContext) -> Response {
        var response = page(key: fault.key, status: fault.status, reason: fault.reason, wait: fault.wait, in: context)
        response.headers.append(contentsOf: fault.headers)
        return response
    }

    private func page(
        key: String, status: HTTPResponse.Status, reason: String? = nil, wait: Int? = nil, in context: SiteContext
    ) -> Response {
        let page = ErrorPage(key: key, status: status, reason: reason, wait: wait, in: context)
        do {
            var response = try site.render(page, in: context, status: status)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch {
            context.logger.error("The error page cannot be rendered: \(error)")
            let text = "\(page.heading)\n\n\(page.explanation)\n\n\(context.requestID)\n"
            return Response(
                status: status,
                headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }
}

/// What went wrong, whose fault it is not, and a way on.
struct ErrorPage: Page {
    static let template = "Site/error"
    let status: Int
    let heading: String
    let explanation: String
    let requestID: String?
    let home: String
    let search: String?

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = ErrorPage(
        status: 404, heading: "Diese Seite gibt es nicht", explanation: "Vielleicht wurde sie verschoben.",
        requestID: "1a2b3c", home: "/", search: "/suche")
}

extension ErrorPage {
    /// - Parameter reason: the locale key of a better explanation than the general one
    /// - Parameter wait: after how many seconds it may be tried again
    init(
        key: String, status: HTTPResponse.Status, reason: String?, wait: Int? = nil, in context: SiteContext
    ) {
        self.status = status.code
        self.heading = context.text("site.fault.\(key).heading")
        let explanation = context.text(reason ?? "site.fault.\(key).explanation")
        self.explanation = [explanation, wait.map { context.patience($0) }].compactMap { $0 }
            .joined(separator: " ")
        self.requestID = status.code >= 500 ? context.requestID : nil
        self.home = context.links.to("/")
        self.search = context.hasSearch ? context.links.to("/suche") : nil
    }
}

extension SiteContext {
    /// After how long something may be tried again: in seconds up to two minutes, then in whole minutes.
    func patience(_ seconds: Int) -> String {
        seconds < 120
            ? text("forms.wait.seconds", count: seconds) : text("forms.wait.minutes", count: (seconds + 59) / 60)
    }
}

extension PageFault {
    /// After how many seconds it may be tried again.
    var wait: Int? {
        if case .tooManyRequests(let seconds) = self { seconds } else { nil }
    }

    /// The locale key of the reason, where the fault has one of its own.
    var reason: String? {
        if case .refused(let reason) = self { reason } else { nil }
    }

    /// The fault that an error of another layer means to the visitor; nil when it is nobody's but ours.
    init?(_ error: any Error) {
        switch error {
        case let fault as PageFault: self = fault
        case let refusal as Refusal: self = .refused(reason: "forms.refusals.\(refusal.reason)")
        case is MultipartReader.Fault: self = .unreadableForm
        case is MissingMatter, is MissingIndicator: self = .notFound
        case is NIOTooManyBytesError: self = .bodyTooLarge
        case StorageError.unavailable, StorageError.locked, StorageError.full, StorageError.readOnly,
            StorageError.damaged, StorageError.missingDatabase:
            self = .unavailable
        case Spool.Failure.full: self = .tooManyRequests(secondsToWait: 60)
        case is Spool.Failure: self = .unavailable
        case let error as HTTPError:
            switch error.status {
            case .notFound: self = .notFound
            case .contentTooLarge: self = .bodyTooLarge
            case .badRequest: self = .unreadableForm
            default: return nil
            }
        default: return nil
        }
    }
}

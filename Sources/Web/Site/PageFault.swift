// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes

/// Why a request gets no page of its own. Each fault has its status and its words in the locale files
/// (`site.fault.…`); everything that is not a known fault is a 500.
enum PageFault: Error, Equatable, Sendable {
    /// No page stands at this address.
    case notFound
    /// No programme has this name, or no programme has been set up at all.
    case noProgramme
    /// The list has no page of this number, no order or filter of this name.
    case unknownValue(name: String)
    /// Broken percent escapes, text that is not UTF-8, far too many parameters.
    case unreadableAddress
    /// The visitor may not do this; the locale key says why, and what would help.
    case refused(reason: String)
    /// Somebody else saved first.
    case outdated
    /// A change that a page of another site asked for.
    case foreignForm
    /// A body that cannot be read as the form it claims to be.
    case unreadableForm
    /// Something that once was here and has been taken away for good.
    case gone
    case methodNotAllowed(allowed: [HTTPRequest.Method])
    case addressTooLong
    case headersTooLarge
    case bodyTooLarge
    case slowRequest
    /// The request names a host that is not this site.
    case misdirected
    case tooManyRequests(secondsToWait: Int)
    case unavailable

    var status: HTTPResponse.Status {
        switch self {
        case .notFound, .noProgramme, .unknownValue: .notFound
        case .unreadableAddress, .unreadableForm: .badRequest
        case .refused, .foreignForm: .forbidden
        case .outdated: .conflict
        case .gone: .gone
        case .methodNotAllowed: .methodNotAllowed
        case .addressTooLong: .uriTooLong
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .bodyTooLarge: .contentTooLarge
        case .slowRequest: .requestTimeout
        case .misdirected: .misdirectedRequest
        case .tooManyRequests: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }

    /// The part of the locale key that belongs to this fault.
    var key: String {
        switch self {
        case .notFound: "not-found"
        case .noProgramme: "no-programme"
        case .unknownValue: "unknown-value"
        case .unreadableAddress: "unreadable-address"
        case .unreadableForm: "unreadable-form"
        case .refused: "refused"
        case .outdated: "outdated"
        case .foreignForm: "foreign-form"
        case .gone: "gone"
        case .methodNotAllowed: "method-not-allowed"
        case .addressTooLong: "address-too-long"
        case .headersTooLarge: "headers-too-large"
        case .bodyTooLarge: "body-too-large"
        case .slowRequest: "slow-request"
        case .misdirected: "misdirected"
        case .tooManyRequests: "too-many-requests"
        case .unavailable: "unavailable"
        }
    }

    /// Headers that the status asks for.
    var headers: HTTPFields {
        switch self {
        case .methodNotAllowed(let allowed):
            [.allow: allowed.map(\.rawValue).joined(separator: ", ")]
        case .tooManyRequests(let seconds): [.retryAfter: String(seconds)]
        case .unavailable: [.retryAfter: "10"]
        default: [:]
        }
    }
}

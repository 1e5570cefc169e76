// SPDX-License-Identifier: EUPL-1.2

import Foundation
import NIOCore

/// Why the program cannot listen at an address, in words for whoever started it.
public enum ListeningFault: Error, Equatable, Sendable {
    case taken
    case notAllowed
    case notHere
    case other(String)

    /// Nil for errors that have nothing to do with listening.
    public init?(_ error: any Error) {
        switch error {
        case let error as IOError:
            switch error.errnoCode {
            case EADDRINUSE: self = .taken
            case EACCES, EPERM: self = .notAllowed
            case EADDRNOTAVAIL, EAFNOSUPPORT: self = .notHere
            default: self = .other(String(cString: strerror(error.errnoCode)))
            }
        case is SocketAddressError, is SocketAddressError.UnknownHost: self = .notHere
        default: return nil
        }
    }

    /// One sentence that says what to do.
    public func advice(host: String, port: Int) -> String {
        switch self {
        case .taken: "port \(port) is taken by another program; end that one or choose another port with --port."
        case .notAllowed: "port \(port) is for administrators only; choose one from 1024 on with --port."
        case .notHere: "“\(host)” is no address of this machine; choose another one with --host."
        case .other(let reason): "the system refuses http://\(host):\(port) (\(reason))."
        }
    }
}

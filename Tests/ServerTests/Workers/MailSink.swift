// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// A mail server on this machine that does what a test wants of it. It speaks to one client at a time.
final class MailSink: Sendable {
    /// What it answers to one mail.
    enum Manner: Sendable {
        case take
        /// Answers `RCPT TO` with this line.
        case refuse(String)
        /// Hangs up after it has the whole mail, without a word.
        case hangUpAtEnd
        /// Hangs up when a recipient is named.
        case hangUpAtRecipient
    }

    private struct State {
        var manners: [Manner]
        var mails: [String] = []
        var recipients: [String] = []
        var connections = 0
        var isClosed = false
    }

    let port: Int
    private let listener: Int32
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "mail sink")

    struct Failure: Error {
        let code: Int32
    }

    /// - Parameter manners: one for each mail, in order; afterwards it takes everything
    init(_ manners: [Manner] = []) throws {
        state = Mutex(State(manners: manners))
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, address, &size) == 0
            }
        }
        guard bound else { throw Failure(code: errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
        queue.async { [self] in serve() }
    }

    var mails: [String] { state.withLock { $0.mails } }
    var recipients: [String] { state.withLock { $0.recipients } }
    var connections: Int { state.withLock { $0.connections } }

    /// Once, since the number of the socket may belong to somebody else afterwards.
    func close() {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        guard !wasClosed else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        _ = Glibc.close(listener)
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            state.withLock { $0.connections += 1 }
            speak(Lines(client))
            _ = Glibc.close(client)
        }
    }

    private func speak(_ lines: Lines) {
        lines.say("220-sink\r\n220 ready")
        while let line = lines.next() {
            switch line.prefix(4).uppercased() {
            case "EHLO": lines.say("250-sink\r\n250-8BITMIME\r\n250 SIZE 1000000")
            case "MAIL", "RSET", "NOOP": lines.say("250 fine")
            case "RCPT": guard name(String(line), lines) else { return }
            case "DATA": guard take(lines) else { return }
            case "QUIT":
                lines.say("221 bye")
                return
            default: lines.say("500 what?")
            }
        }
    }

    private func name(_ line: String, _ lines: Lines) -> Bool {
        switch state.withLock({ $0.manners.first }) {
        case .hangUpAtRecipient:
            state.withLock { _ = $0.manners.removeFirst() }
            return false
        case .refuse(let answer):
            state.withLock { _ = $0.manners.removeFirst() }
            lines.say(answer)
        case .take, .hangUpAtEnd, nil:
            state.withLock { $0.recipients.append(line) }
            lines.say("250 fine")
        }
        return true
    }

    private func take(_ lines: Lines) -> Bool {
        lines.say("354 go on")
        var text: [String] = []
        while let line = lines.next(), line != "." {
            text.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
        }
        let manner = state.withLock { state in
            state.mails.append(text.joined(separator: "\n"))
            return state.manners.isEmpty ? Manner.take : state.manners.removeFirst()
        }
        if case .hangUpAtEnd = manner { return false }
        lines.say("250 taken")
        return true
    }

    /// Reads line by line.
    private final class Lines {
        private let descriptor: Int32
        private var bytes: [UInt8] = []

        init(_ descriptor: Int32) {
            self.descriptor = descriptor
        }

        func say(_ text: String) {
            let bytes = Array((text + "\r\n").utf8)
            _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }

        func next() -> String? {
            while true {
                if let end = bytes.firstIndex(of: 0x0A) {
                    let line = bytes[..<end].filter { $0 != 0x0D }
                    bytes.removeSubrange(...end)
                    return String(decoding: line, as: UTF8.self)
                }
                var buffer = [UInt8](repeating: 0, count: 65_536)
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                bytes += buffer[..<count]
            }
        }
    }
}

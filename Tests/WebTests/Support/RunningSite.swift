// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird
import NIOCore
import Testing

@testable import Web

/// A site on a real socket for the length of a test.
enum RunningSite {
    /// Hundreds of tests share the machine, so that a client may come to its next word after minutes.
    static let patient = ConnectionLimits(head: .seconds(1800), request: .seconds(1800), stall: .seconds(1800))

    static func with(
        _ site: Site, limits: ConnectionLimits = patient, adding features: [any FeatureRoutes.Type] = [],
        _ test: @escaping @Sendable (_ port: Int) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = site.application(
            host: "127.0.0.1", port: 0, limits: limits, responder: site.responder(adding: features),
            onRunning: { continuation.yield($0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await application.runService(gracefulShutdownSignals: [])
            }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await test(port)
            group.cancelAll()
        }
    }
}

/// A connection without any knowledge of HTTP. It blocks on a thread of its own, not on those that Swift shares.
final class RawClient: Sendable {
    struct Failure: Error {
        let code: Int32
    }

    private let descriptor: Int32
    private let queue = DispatchQueue(label: "raw client")

    /// - Parameter window: how many bytes the system takes for a reader who does not read
    init(port: Int, window: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        if var window {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &window, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(code: errno) }
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) async {
        await run { descriptor in
            let bytes = Array(text.utf8)
            // A connection that the other side has closed is what some tests wait for.
            _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
    }

    /// Up to so many bytes; fewer when the other side closes or nothing comes for a time, in seconds.
    func receive(_ count: Int, within seconds: Double = 300) async -> [UInt8] {
        await run { descriptor in
            var bytes: [UInt8] = []
            while bytes.count < count, let more = Self.read(descriptor, count - bytes.count, seconds), !more.isEmpty {
                bytes += more
            }
            return bytes
        }
    }

    /// Everything until the other side closes.
    func receiveAll() async -> String {
        String(decoding: await receive(.max), as: UTF8.self)
    }

    /// One answer with as many bytes of body as it says it has.
    func receiveAnswer() async -> (head: String, body: String) {
        var bytes: [UInt8] = []
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            let next = await receive(1)
            guard !next.isEmpty else { break }
            bytes += next
        }
        let head = String(decoding: bytes, as: UTF8.self)
        let length = head.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
        return (head, String(decoding: length > 0 ? await receive(length) : [], as: UTF8.self))
    }

    /// Whether the other side closes within a time, in seconds; what it still sends is thrown away.
    func isClosed(within seconds: Double) async -> Bool {
        await run { descriptor in
            while let more = Self.read(descriptor, 65_536, seconds) { if more.isEmpty { return true } }
            return false
        }
    }

    /// Nil when nothing came in time, nothing when the connection is closed.
    private static func read(_ descriptor: Int32, _ count: Int, _ seconds: Double) -> [UInt8]? {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, Int32(seconds * 1000)) > 0 else { return nil }
        return [UInt8](unsafeUninitializedCapacity: min(count, 65_536)) { buffer, filled in
            filled = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
        }
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable (Int32) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work(self.descriptor)) }
        }
    }
}

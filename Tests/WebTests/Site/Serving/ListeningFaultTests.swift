// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Testing

@testable import Web

@Suite struct ListeningFaultTests {
    @Test func `a port that is taken is told in words`() async throws {
        let site = try await TestSite.make()
        try await RunningSite.with(site) { port in
            do {
                try await site.application(host: "127.0.0.1", port: port).runService(gracefulShutdownSignals: [])
                Issue.record("two programs listen at port \(port)")
            } catch {
                #expect(ListeningFault(error) == .taken)
            }
        }
    }

    @Test(arguments: ["203.0.113.7", "kein-rechner.invalid"])
    func `an address of another machine is told in words`(host: String) async throws {
        let site = try await TestSite.make()
        do {
            try await site.application(host: host, port: 0).runService(gracefulShutdownSignals: [])
            Issue.record("\(host) is served")
        } catch {
            #expect(ListeningFault(error) == .notHere, "\(error)")
        }
    }

    @Test func `each advice names what can be done and nothing of the inside`() {
        let faults: [ListeningFault] = [.taken, .notAllowed, .notHere, .other("No buffer space available")]
        let advice = faults.map { $0.advice(host: "example", port: 80) }
        #expect(advice[0].contains("--port"))
        #expect(advice[1].contains("1024"))
        #expect(advice[2].contains("“example”"))
        #expect(advice.allSatisfy { $0.hasSuffix(".") && !$0.contains("errno") })
        #expect(ListeningFault(CancellationError()) == nil)
    }
}

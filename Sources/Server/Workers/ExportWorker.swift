// SPDX-License-Identifier: EUPL-1.2

import Logging
import ServiceLifecycle
import Web

/// Makes the documents that were ordered, one after the other, while the portal runs.
struct ExportWorker: Service {
    let round: ExportRound
    let logger: Logger
    /// What was ordered is looked for so often.
    var pause: Duration = .seconds(2)
    /// How long nothing is tried after a fault of the database.
    var rest: Duration = .seconds(30)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            var wait = pause
            do {
                if try await round.run(isEnding: { Task.isShuttingDownGracefully || Task.isCancelled }) {
                    wait = .zero
                }
            } catch {
                logger.error("documents cannot be made: \(error)")
                wait = rest
            }
            await Self.sleep(wait)
        }
    }

    /// Ends early when the program is told to end; then there is nothing more to do.
    private static func sleep(_ wait: Duration) async {
        await cancelWhenGracefulShutdown {
            do { try await Task.sleep(for: wait) } catch { return }
        }
    }
}

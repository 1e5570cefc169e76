// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Logging
import Participation
import ServiceLifecycle
import Storage

/// Empties the outbox while the portal runs. Several programs on one database share the work.
struct MailWorker: Service {
    let round: MailRound
    let logger: Logger
    /// What becomes due is looked for so often.
    var pause: Duration = .seconds(5)
    /// How long a server that nobody can reach is left alone.
    var rest: Duration = .seconds(60)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            var wait = pause
            do {
                if case .unreachable(let fault) = try await round.run() {
                    logger.warning("no mail can be sent: \(fault)")
                    wait = rest
                }
            } catch {
                logger.error("the outbox cannot be emptied: \(error)")
                wait = rest
            }
            await Self.sleep(wait)
        }
        await round.connection.close()
    }

    /// Ends early when the program is told to end; then there is nothing more to do.
    private static func sleep(_ wait: Duration) async {
        await cancelWhenGracefulShutdown {
            do { try await Task.sleep(for: wait) } catch { return }
        }
    }
}

/// One emptying of the outbox, over one connection.
struct MailRound: Sendable {
    let database: Database
    let settings: MailSettings
    let connection: SMTPConnection
    let clock: @Sendable () -> Moment

    init(_ database: Database, _ settings: MailSettings, clock: @escaping @Sendable () -> Moment = { Clock.now }) {
        self.database = database
        self.settings = settings
        self.connection = SMTPConnection(settings)
        self.clock = clock
    }

    enum End: Equatable, Sendable {
        /// Nothing is due any more, or the program is to end.
        case done
        case unreachable(String)
    }

    /// A mail under way is brought to its end even when the program is told to end.
    func run() async throws -> End {
        try await database.write { [clock] db in try DispatchMail.settle(at: clock(), in: db) }
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            guard let mail = try await database.write({ [clock] db in try DispatchMail.claimNext(at: clock(), in: db) })
            else { break }
            let outcome = await connection.send(message(mail).wireText, to: mail.recipient.text)
            try await database.write { [clock] db in
                try DispatchMail.note(DispatchMail.Outcome(outcome), of: mail, at: clock(), in: db)
            }
            if case .unreachable(let fault) = outcome {
                await connection.close()
                return .unreachable(fault)
            }
        }
        await connection.close()
        return .done
    }

    private func message(_ mail: Mail) -> MailMessage {
        MailMessage(
            senderName: settings.senderName, sender: settings.sender.text, recipient: mail.recipient.text,
            subject: mail.letter.subject, date: Moment(text: mail.createdAt)?.date ?? Date(), key: mail.id,
            text: mail.letter.text, html: mail.letter.html, stopLink: mail.stopLink)
    }
}

extension DispatchMail.Outcome {
    init(_ outcome: SendOutcome) {
        switch outcome {
        case .taken: self = .sent
        case .refused(let fault): self = .refused(fault)
        case .postponed(let fault), .unreachable(let fault): self = .postponed(fault)
        case .uncertain(let fault): self = .uncertain(fault)
        }
    }
}

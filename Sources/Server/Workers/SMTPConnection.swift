// SPDX-License-Identifier: EUPL-1.2

import CCurl
import Dispatch
import Participation

/// What became of a mail that was handed to a mail server.
enum SendOutcome: Equatable, Sendable {
    case taken
    /// The server wants neither now nor later what it was given.
    case refused(String)
    /// Another time, perhaps.
    case postponed(String)
    /// There was no server to speak to, or it lets nobody in: no other mail would fare better.
    case unreachable(String)
    /// The whole mail was handed over, and no answer came.
    case uncertain(String)
}

/// One connection to a mail server, kept for many mails. It blocks, on a thread of its own and not on those that Swift
/// shares.
actor SMTPConnection {
    private let executor = ThreadExecutor()
    private let settings: MailSettings
    private var handle: OpaquePointer?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ settings: MailSettings) {
        self.settings = settings
    }

    /// - Parameter wireText: head and body, with the line ends of the protocol
    func send(_ wireText: String, to recipient: String) -> SendOutcome {
        guard let handle = handle ?? open() else { return .unreachable("no memory for a connection") }
        self.handle = handle
        var text = wireText
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                ccurl_smtp_send(
                    handle, "<\(settings.sender.text)>", "<\(recipient)>", characters.baseAddress, characters.count)
            }
        }
        guard code != 0 else { return .taken }
        let outcome = outcome(of: handle, code)
        close()
        return outcome
    }

    /// Ends the connection; the next mail opens another one.
    func close() {
        if let handle { ccurl_smtp_close(handle) }
        handle = nil
    }

    private func open() -> OpaquePointer? {
        ccurl_smtp_open(
            settings.url, settings.user ?? "", settings.password ?? "", settings.authority ?? "",
            settings.requiresTLS ? 1 : 0, Self.secondsToConnect, Self.secondsInAll)
    }

    private static let secondsToConnect = 30
    private static let secondsInAll = 120

    private func outcome(of handle: OpaquePointer, _ code: Int32) -> SendOutcome {
        let answer = ccurl_smtp_answer(handle)
        let words = String(cString: ccurl_smtp_words(handle))
        let said = [words, String(cString: ccurl_smtp_fault(handle))].filter { !$0.isEmpty }.joined(separator: " – ")
        // 354 asked for the text. If that went out and nothing came back, the server may have the mail or not.
        if ccurl_smtp_is_handed_over(handle) == 1, answer == 354 || answer == 0 {
            return .uncertain(MailFault(.noAnswer, words: said).text)
        }
        if Self.codesOfTheWay.contains(code) { return .unreachable(MailFault(Self.reason(code), words: said).text) }
        return (500..<600).contains(answer)
            ? .refused(MailFault(.refused, words: said).text)
            : .postponed(MailFault(code == Self.timedOut ? .tooSlow : .later, words: said).text)
    }

    private static let timedOut: Int32 = 28

    private static func reason(_ code: Int32) -> MailFault.Reason {
        switch code {
        case 6: .serverUnknown
        case 67: .notLetIn
        case 35, 51, 53, 54, 58, 60, 64, 77, 83: .notSecure
        default: .noConnection
        }
    }

    /// Name not found, no connection, TLS failed or missing, certificate refused, login denied.
    private static let codesOfTheWay: [Int32] = [1, 3, 5, 6, 7, 35, 51, 53, 54, 58, 60, 64, 67, 77, 83]
}

/// Runs the work of one actor on a queue of its own.
private final class ThreadExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "mail server")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
}

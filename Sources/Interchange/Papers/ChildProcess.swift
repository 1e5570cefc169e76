// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// Another program in a process group of its own, so that it can be ended with all its children.
final class ChildProcess: Sendable {
    private let id: pid_t
    /// How it ended, once it has: the system tells only once.
    private let ended = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - words: the path of the program, then what it is told
    ///   - output: a file that takes up what it says
    init(_ words: [String], environment: [String], output: String) throws {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var id: pid_t = 0
        let code = Self.withPointers(words) { arguments in
            Self.withPointers(environment) { posix_spawn(&id, words[0], &actions, &attributes, arguments, $0) }
        }
        guard code == 0 else { throw PaperFault.unwritable(reason: "\(words[0]): \(String(cString: strerror(code)))") }
        self.id = id
    }

    deinit {
        end()
    }

    /// Nil while it runs; after a signal, 128 more than its number, as shells say it.
    func exitCode() -> Int32? {
        ended.withLock { ended in
            if let ended { return ended }
            var status: Int32 = 0
            guard waitpid(id, &status, WNOHANG) == id else { return nil }
            let signal = status & 0x7F
            ended = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
            return ended
        }
    }

    /// Ends it and everything it has begun.
    func end() {
        guard exitCode() == nil else { return }
        kill(-id, SIGKILL)
        ended.withLock { ended in
            var status: Int32 = 0
            waitpid(id, &status, 0)
            ended = 128 + SIGKILL
        }
    }

    /// What the processes of the group hold in memory, each for itself, in bytes; 0 where the system does not tell.
    func memory() -> Int64 {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc") else { return 0 }
        return names.filter { $0.allSatisfy(\.isNumber) && isOfGroup($0) }.reduce(0) { $0 + ownBytes(of: $1) }
    }

    /// The fields of `stat` after the name, which may hold anything, are state, parent, group.
    private func isOfGroup(_ process: String) -> Bool {
        guard let text = Self.text("/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else { return false }
        let fields = text[text.index(after: end)...].split(separator: " ")
        return fields.count > 2 && fields[2] == "\(id)"
    }

    /// What is shared with others would be counted many times. `statm` tells in pages: all, resident, shared.
    private func ownBytes(of process: String) -> Int64 {
        guard let fields = Self.text("/proc/\(process)/statm")?.split(separator: " "), fields.count > 2,
            let resident = Int64(fields[1]), let shared = Int64(fields[2])
        else { return 0 }
        return max(0, resident - shared) * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func withPointers<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation
import Storage

extension SecretsFile {
    /// The keys of polls, lines of the secrets file like the key of forms.
    var pollKeys: PollKeys {
        let file = self
        return PollKeys(
            find: { poll in try file.pollKey(poll) }, make: { poll in try file.pollKeyMade(poll) },
            destroy: { polls in try file.destroyPollKeys(polls) })
    }

    private func pollKey(_ poll: String) throws -> PollKey? {
        guard let text = try text(), let digits = try EnvironmentFile.values(of: text)[Self.name(of: poll)] else {
            return nil
        }
        guard let bytes = Self.bytes(digits), bytes.count == 32 else {
            throw CommandFailure("dreiklang: \(path) holds a key of a poll that is damaged.")
        }
        return PollKey(bytes)
    }

    private func pollKeyMade(_ poll: String) throws -> PollKey {
        if let key = try pollKey(poll) { return key }
        return try locked {
            // Somebody else may have made it while this one waited for the lock.
            if let key = try pollKey(poll) { return key }
            let digits = Self.randomDigits()
            try replace(with: (try text() ?? "") + "\(Self.name(of: poll))=\(digits)\n")
            guard let key = try pollKey(poll) else { throw cannotBeMade }
            return key
        }
    }

    private func destroyPollKeys(_ polls: [String]) throws {
        let names = polls.map { Self.name(of: $0) + "=" }
        let isKept = { (line: Substring) in !names.contains { line.hasPrefix($0) } }
        guard let before = try text(), !before.split(separator: "\n").allSatisfy(isKept) else { return }
        try locked {
            let lines = (try text() ?? "").split(separator: "\n").filter(isKept)
            try replace(with: lines.map { $0 + "\n" }.joined())
        }
    }

    private static func name(of poll: String) -> String {
        "poll_key_" + Hexadecimal.digits(of: poll.utf8)
    }

    /// Nil when there is no file yet.
    private func text() throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    /// One program at a time changes the file.
    private func locked<Result>(_ body: () throws -> Result) throws -> Result {
        let descriptor = open(path + ".lock", O_CREAT | O_RDWR, 0o600)
        guard descriptor >= 0 else { throw cannotBeMade }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { throw cannotBeMade }
        return try body()
    }

    /// The new file stands in place of the old one at once, and what stood in the old one is written over: a disk may
    /// still keep copies, but the file system hands none out.
    private func replace(with text: String) throws {
        let (new, old) = (path + ".new", open(path, O_RDWR))
        defer { if old >= 0 { close(old) } }
        try? FileManager.default.removeItem(atPath: new)
        let descriptor = open(new, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw cannotBeMade }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
        guard rename(new, path) == 0 else { throw cannotBeMade }
        guard old >= 0 else { return }
        let worn = FileHandle(fileDescriptor: old, closeOnDealloc: false)
        let length = try worn.seekToEnd()
        try worn.seek(toOffset: 0)
        try worn.write(contentsOf: Data(repeating: 0, count: Int(length)))
        try worn.synchronize()
    }
}

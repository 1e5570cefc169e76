// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage

/// The keys of the installation, in a file that only its owner may read. It is made at the first start, lies beside the
/// database and belongs into no backup of it.
struct SecretsFile {
    let path: String

    /// - Parameter database: the URL of the database, whose folder is the place unless the settings name another
    init(_ settings: Settings, database: String) {
        if let chosen = settings.secrets {
            path = chosen
        } else if database.hasPrefix("sqlite:"), !database.hasSuffix(":memory:") {
            let file = URL(filePath: String(database.dropFirst("sqlite:".count)))
            path = file.deletingLastPathComponent().appending(path: "secrets").path
        } else {
            path = "data/secrets"
        }
    }

    /// The key that signs forms; made if there is none yet.
    func formKey() throws -> [UInt8] {
        if !FileManager.default.fileExists(atPath: path) { try make() }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CommandFailure("dreiklang: \(path) cannot be read; check its owner and its permissions.")
        }
        let values = try EnvironmentFile.values(of: text)
        guard let digits = values["form_key"], let key = Self.bytes(digits), key.count == 32 else {
            throw CommandFailure("dreiklang: \(path) holds no form_key; remove the file to have it made anew.")
        }
        return key
    }

    var cannotBeMade: CommandFailure {
        CommandFailure(
            "dreiklang: \(path) cannot be made; check who owns its folder or name another place in DREIKLANG_SECRETS.")
    }

    /// Created with its permissions, so that there is no moment at which somebody else could read it.
    private func make() throws {
        let digits = Self.randomDigits()
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw cannotBeMade
        }
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw cannotBeMade }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data("form_key=\(digits)\n".utf8))
    }

    /// 256 random bits.
    static func randomDigits() -> String {
        Hexadecimal.digits(of: (0..<32).map { _ in UInt8.random(in: .min ... .max) })
    }

    static func bytes(_ digits: String) -> [UInt8]? {
        let digits = Array(digits)
        guard digits.count.isMultiple(of: 2) else { return nil }
        let pairs = stride(from: 0, to: digits.count, by: 2).map { String(digits[$0...($0 + 1)]) }
        let bytes = pairs.compactMap { UInt8($0, radix: 16) }
        return bytes.count == pairs.count ? bytes : nil
    }
}

// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Participation

/// The settings of the installation: the environment goes before the file `.env` in the working directory.
struct Settings: Sendable {
    private let values: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment, folder: String = ".") throws {
        let file = URL(filePath: folder).appending(path: ".env")
        var values: [String: String] = [:]
        if FileManager.default.fileExists(atPath: file.path) {
            values = try EnvironmentFile.values(of: String(contentsOf: file, encoding: .utf8))
        }
        for (name, value) in environment where name.hasPrefix("DREIKLANG_") { values[name] = value }
        self.values = values
    }

    private func text(_ name: String) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }

    var database: String { text("DREIKLANG_DATABASE") ?? "sqlite:data/dreiklang.sqlite" }
    var host: String { text("DREIKLANG_HOST") ?? "127.0.0.1" }
    var bringsBundledProgrammes: Bool { text("DREIKLANG_BUNDLED") != "none" }
    var logLevel: String { text("DREIKLANG_LOG_LEVEL") ?? "info" }
    var keepsPages: Bool { text("DREIKLANG_PAGE_CACHE") != "off" }
    var metricsToken: String? { text("DREIKLANG_METRICS_TOKEN") }
    var resources: URL { URL(filePath: text("DREIKLANG_RESOURCES") ?? "Resources") }
    var secrets: String? { text("DREIKLANG_SECRETS") }
    var blockedWords: URL {
        text("DREIKLANG_BLOCKED_WORDS").map { URL(filePath: $0) } ?? resources.appending(path: "blocked-words.txt")
    }

    var legalTexts: URL? { text("DREIKLANG_LEGAL").map { URL(filePath: $0) } }

    /// By what contributions wait for a person to read them first.
    var quarantine: QuarantineRules {
        get throws {
            do {
                return QuarantineRules(blockedWords: try String(contentsOf: blockedWords, encoding: .utf8))
            } catch {
                throw CommandFailure("dreiklang: \(blockedWords.path) cannot be read; check DREIKLANG_BLOCKED_WORDS.")
            }
        }
    }

    /// What makes PDFs; nil where no Chromium is found.
    var printer: PrintProgram? {
        get throws {
            guard let path = text("DREIKLANG_CHROMIUM") else { return PrintProgram.installed() }
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw CommandFailure("dreiklang: DREIKLANG_CHROMIUM names no program: “\(path)”.")
            }
            return PrintProgram(path: path)
        }
    }

    /// How mails leave; nil while no mail server is set.
    var mail: MailSettings? {
        get throws { try MailSettings(text) }
    }

    var port: Int {
        get throws {
            guard let text = text("DREIKLANG_PORT") else { return 8080 }
            guard let port = Int(text), (1...65535).contains(port) else {
                throw CommandFailure("dreiklang: DREIKLANG_PORT is a number from 1 to 65535, not “\(text)”.")
            }
            return port
        }
    }

    var publicURL: URL? {
        get throws {
            guard let text = text("DREIKLANG_PUBLIC_URL") else { return nil }
            guard let url = URL(string: text), url.scheme == "https" || url.scheme == "http", url.host() != nil else {
                throw CommandFailure("dreiklang: DREIKLANG_PUBLIC_URL is an address such as https://beispiel.example.")
            }
            return url
        }
    }

    var dataLicence: DataLicence {
        get throws {
            guard let text = text("DREIKLANG_DATA_LICENCE") else { return .attribution }
            guard let licence = DataLicence(rawValue: text) else {
                let known = DataLicence.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure("dreiklang: DREIKLANG_DATA_LICENCE is one of \(known), not “\(text)”.")
            }
            return licence
        }
    }

    var trustedProxies: [String] {
        (text("DREIKLANG_TRUSTED_PROXIES") ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }
}

/// Lines of `NAME=value`; empty lines and those that begin with # are left out, quotes around a value are removed.
enum EnvironmentFile {
    static func values(of text: String) throws -> [String: String] {
        var values: [String: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let separator = line.firstIndex(of: "="), separator != line.startIndex else {
                throw CommandFailure("dreiklang: line \(index + 1) of .env is not NAME=value.")
            }
            let name = line[..<separator].trimmingCharacters(in: .whitespaces)
            let value = line[line.index(after: separator)...].trimmingCharacters(in: .whitespaces)
            values[name] = unquoted(value)
        }
        return values
    }

    private static func unquoted(_ value: String) -> String {
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            return String(value.dropFirst().dropLast())
        }
        return value
    }
}

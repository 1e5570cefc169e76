// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The outside program that makes a tagged PDF of an HTML file: Chromium, with nothing around it. It runs without a
/// network, as nobody where we are root, in a folder of its own, and is ended when it takes too long or too much
/// memory.
public struct PrintProgram: Sendable {
    public let path: String
    public var longest: Duration = .seconds(300)
    /// Of all its processes together.
    public var mostMemory: Int64 = 4 << 30
    public var largestFile: Int64 = 300 << 20

    public enum Failure: Error, Equatable, Sendable {
        case tookTooLong, tookTooMuchMemory, stopped
        /// It ended without a document; what it said.
        case failed(String)
    }

    private static let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
    private static let folders = ["/usr/bin", "/usr/local/bin", "/bin", "/snap/bin"]
    private static let nobody: UInt32 = 65_534

    public init(path: String) {
        self.path = path
    }

    /// The first one that is installed; nil when there is none.
    public static func installed() -> PrintProgram? {
        for folder in folders {
            for name in names where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                return PrintProgram(path: "\(folder)/\(name)")
            }
        }
        return nil
    }

    /// - Parameters:
    ///   - page: a file in a folder of its own, which the program may fill
    ///   - isStopped: asked every now and then; when it says so, the program is ended
    /// - Returns: the PDF beside the page
    public func print(_ page: URL, isStopped: @Sendable () -> Bool) async throws -> URL {
        let folder = page.deletingLastPathComponent()
        let (file, log) = (folder.appending(path: "print.pdf"), folder.appending(path: "print.log"))
        if geteuid() == 0 { try handOver(folder) }
        let child = try ChildProcess(words(page, file, folder), environment: environment(folder), output: log.path)
        let start = ContinuousClock.now
        while true {
            if let code = child.exitCode() {
                guard code == 0, isDocument(file) else { throw Failure.failed(lastWords(log, code)) }
                return file
            }
            let fault: Failure? =
                if isStopped() {
                    .stopped
                } else if ContinuousClock.now - start > longest {
                    .tookTooLong
                } else if child.memory() > mostMemory { .tookTooMuchMemory } else { nil }
            if let fault {
                child.end()
                throw fault
            }
            try await Task.sleep(for: .milliseconds(250))
        }
    }

    private func words(_ page: URL, _ file: URL, _ folder: URL) -> [String] {
        let isRoot = geteuid() == 0
        let apart = isRoot ? ["unshare", "--net", "--"] : ["unshare", "--user", "--map-current-user", "--net", "--"]
        let person =
            isRoot
            ? [
                "setpriv", "--reuid=\(Self.nobody)", "--regid=\(Self.nobody)", "--clear-groups", "--no-new-privs",
                "--inh-caps=-all", "--bounding-set=-all", "--",
            ] : ["setpriv", "--no-new-privs", "--"]
        let limits = ["prlimit", "--core=0", "--fsize=\(largestFile)", "--cpu=\(longest.components.seconds * 4)", "--"]
        return ["/usr/bin/env"] + apart + person + limits + [
            path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
            "--no-first-run", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            "--user-data-dir=\(folder.appending(path: "profile").path)", "--print-to-pdf=\(file.path)",
            "file://\(page.path)",
        ]
    }

    private func environment(_ folder: URL) -> [String] {
        [
            "PATH=/usr/bin:/bin:/usr/sbin:/sbin", "HOME=\(folder.path)", "TMPDIR=\(folder.path)",
            "XDG_RUNTIME_DIR=\(folder.path)", "LANG=C.UTF-8",
        ]
    }

    private func handOver(_ folder: URL) throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).map { "\(folder.path)/\($0)" }
        for path in paths + [folder.path] {
            guard chown(path, Self.nobody, Self.nobody) == 0 else { throw PaperFault.unwritable(reason: path) }
        }
    }

    private func isDocument(_ file: URL) -> Bool {
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { handle.closeFile() }
            let beginning = try handle.read(upToCount: 5) ?? Data()
            let size = try handle.seekToEnd()
            try handle.seek(toOffset: size - min(size, 1024))
            let end = try handle.readToEnd() ?? Data()
            return beginning == Data("%PDF-".utf8) && end.firstRange(of: Data("%%EOF".utf8)) != nil
        } catch {
            // No file, or one that cannot be read: no document.
            return false
        }
    }

    /// What the operator finds in the log.
    private func lastWords(_ log: URL, _ code: Int32) -> String {
        let text = FileManager.default.contents(atPath: log.path).map {
            String(decoding: $0.suffix(2000), as: UTF8.self)
        }
        let lines = (text ?? "").split(separator: "\n").suffix(3).joined(separator: " | ")
        return "exit \(code): \(lines)"
    }
}

// SPDX-License-Identifier: EUPL-1.2

/// How large a package may be. A real programme needs a few files and megabytes; the limits keep a mistake or an attack
/// from filling memory.
struct PackageLimits: Sendable {
    var files: Int
    var fileBytes: Int
    var allBytes: Int
    /// How many bytes one byte of an archive may become. Texts reach about 30, an archive made to do harm 1,000.
    var growth: Int
    /// Below this an archive may grow as it likes: a few kilobytes of blanks are no attack.
    var growthFreeBytes: Int

    static let standard = PackageLimits(
        files: 200, fileBytes: 64 << 20, allBytes: 256 << 20, growth: 200, growthFreeBytes: 4 << 20)
}

/// Counts what has really been read, never what a header claims.
struct PackageTally {
    private let limits: PackageLimits
    /// The size of the archive all bytes come from, if they come from one.
    private let archiveBytes: Int?
    private var names: Set<String> = []
    private var name = ""
    private var fileBytes = 0
    private var allBytes = 0

    init(limits: PackageLimits, archiveBytes: Int? = nil) {
        self.limits = limits
        self.archiveBytes = archiveBytes
    }

    mutating func begin(_ name: String) throws(PackageFault) {
        guard PackageName.isSafe(name) else { throw .unsafeName(name) }
        guard names.insert(name).inserted else { throw .duplicateName(name) }
        guard names.count <= limits.files else { throw .tooManyFiles(limit: limits.files) }
        self.name = name
        fileBytes = 0
    }

    mutating func count(_ bytes: Int) throws(PackageFault) {
        fileBytes += bytes
        allBytes += bytes
        guard fileBytes <= limits.fileBytes else { throw .fileTooLarge(name, limit: limits.fileBytes) }
        guard allBytes <= limits.allBytes else { throw .tooLarge(limit: limits.allBytes) }
        guard let archiveBytes, allBytes > limits.growthFreeBytes else { return }
        guard allBytes <= archiveBytes * limits.growth else { throw .growsTooMuch(name) }
    }
}

/// What a file of a package may be called.
enum PackageName {
    static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 255, !name.unicodeScalars.contains(where: isDangerous)
        else { return false }
        return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
        }
    }

    /// Whether an operating system left this behind on its own.
    static func isDebris(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        return parts.first == "__MACOSX" || parts.last == ".DS_Store" || parts.last == "Thumbs.db"
    }

    /// A backslash or a colon is a path on other systems.
    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\\" || scalar == ":" || scalar.properties.generalCategory == .control
    }
}

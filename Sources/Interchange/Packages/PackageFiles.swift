// SPDX-License-Identifier: EUPL-1.2

/// The files of a programme package, wherever they came from: a folder, a zip archive, or an export about to be
/// written. Names are relative, safe and sorted; nothing in here points outside the package.
public struct PackageFiles: Equatable, Sendable {
    /// One file of the package; `name` uses `/` between folders.
    public struct File: Equatable, Sendable {
        public let name: String
        public let bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// In the order of their names.
    public let files: [File]

    public init(_ files: [File]) throws(PackageFault) {
        try self.init(files, limits: .standard)
    }

    init(_ files: [File], limits: PackageLimits) throws(PackageFault) {
        var tally = PackageTally(limits: limits)
        for file in files {
            try tally.begin(file.name)
            try tally.count(file.bytes.count)
        }
        self.files = files.sorted { $0.name < $1.name }
    }

    /// The content of the file of this name, if the package has it.
    public subscript(_ name: String) -> [UInt8]? {
        files.first { $0.name == name }?.bytes
    }

    /// Reads a package folder or, where the path names a file, a zip archive.
    public static func read(_ path: String) throws(PackageFault) -> PackageFiles {
        try read(path, limits: .standard)
    }

    static func read(_ path: String, limits: PackageLimits) throws(PackageFault) -> PackageFiles {
        switch try FolderEntry.kind(of: path) {
        case .folder:
            return try PackageFiles(try PackageFolder.files(in: path, limits: limits), limits: limits)
        case .file:
            let bytes = try FolderEntry.content(of: path, named: path, atMost: limits.allBytes)
            return try read(zip: bytes, limits: limits)
        case .other:
            throw .notAPlainFile(path)
        }
    }

    /// Reads a zip archive that was handed over as a whole, as an upload is.
    public static func read(zip bytes: [UInt8]) throws(PackageFault) -> PackageFiles {
        try read(zip: bytes, limits: .standard)
    }

    static func read(zip bytes: [UInt8], limits: PackageLimits) throws(PackageFault) -> PackageFiles {
        let files = try ZipReader.files(in: bytes, limits: limits)
        return try PackageFiles(files.withoutCommonFolder(), limits: limits)
    }
}

extension [PackageFiles.File] {
    /// Zipping a folder usually puts its own name before every file; the package begins below it.
    fileprivate func withoutCommonFolder() -> [PackageFiles.File] {
        guard let slash = first?.name.firstIndex(of: "/"), let folder = first?.name[...slash],
            allSatisfy({ $0.name.hasPrefix(folder) })
        else { return self }
        return map { PackageFiles.File(name: String($0.name.dropFirst(folder.count)), bytes: $0.bytes) }
    }
}

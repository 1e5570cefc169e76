// SPDX-License-Identifier: EUPL-1.2

/// Walks through a package folder and the folders in it.
struct PackageFolder {
    private static let deepestLevel = 8

    private let root: String
    private var tally: PackageTally
    private var names: [String] = []

    static func files(in path: String, limits: PackageLimits) throws(PackageFault) -> [PackageFiles.File] {
        var tally = PackageTally(limits: limits)
        var files: [PackageFiles.File] = []
        for name in try names(in: path, limits: limits) {
            try tally.begin(name)
            let bytes = try FolderEntry.content(of: path + "/" + name, named: name, atMost: limits.fileBytes)
            try tally.count(bytes.count)
            files.append(PackageFiles.File(name: name, bytes: bytes))
        }
        return files
    }

    /// What operating systems leave behind is passed over.
    static func names(in path: String, limits: PackageLimits = .standard) throws(PackageFault) -> [String] {
        var folder = PackageFolder(root: path, tally: PackageTally(limits: limits))
        try folder.collect(in: "", level: 1)
        return folder.names
    }

    private init(root: String, tally: PackageTally) {
        self.root = root
        self.tally = tally
    }

    private mutating func collect(in folder: String, level: Int) throws(PackageFault) {
        for entry in try FolderEntry.names(in: root + "/" + folder) {
            let name = folder.isEmpty ? entry : folder + "/" + entry
            guard !PackageName.isDebris(name) else { continue }
            switch try FolderEntry.kind(of: root + "/" + name, followingLinks: false) {
            case .folder:
                guard level < Self.deepestLevel else { throw .unsafeName(name) }
                try collect(in: name, level: level + 1)
            case .file:
                try tally.begin(name)
                names.append(name)
            case .other:
                throw .notAPlainFile(name)
            }
        }
    }
}

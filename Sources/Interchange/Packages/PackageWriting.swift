// SPDX-License-Identifier: EUPL-1.2

import Foundation

extension PackageFiles {
    /// Who may read an exported package on this computer: a complete one holds drafts and people.
    public enum Readers: Sendable {
        case everyone
        case owner

        var fileMode: mode_t { self == .owner ? 0o600 : 0o666 }
        var folderMode: mode_t { self == .owner ? 0o700 : 0o777 }
    }

    /// Puts the package at this path, whole or not at all: a reader never finds half of it or a mix with the former.
    /// A folder that is there already is replaced only if it is empty or an older package, recognised by its file
    /// `mark`; a file of any other kind in it would be lost, so then nothing is written.
    public func write(toFolder path: String, readers: Readers, mark: String) throws(PackageFault) {
        let target = try Self.target(path)
        let replaces = try holdsOlderPackage(target.path, mark: mark)
        let draft = target.draftBeside
        try whole(draft) { () throws(PackageFault) in
            try writeFolder(draft.path, readers: readers)
            try replaces ? Durably.exchange(draft.path, target.path) : Durably.move(draft.path, to: target.path)
        }
        if replaces { try Durably.remove(draft.path) }
        try Durably.flushFolder(target.deletingLastPathComponent().path)
    }

    /// Puts the package at this path as one zip archive, whole or not at all. Only an archive may be replaced.
    public func write(toZip path: String, readers: Readers) throws(PackageFault) {
        let target = try Self.target(path)
        try refuseUnlessArchive(target.path)
        let bytes = try zipped()
        let draft = target.draftBeside
        try whole(draft) { () throws(PackageFault) in
            try Durably.writeFile(bytes, at: draft.path, mode: readers.fileMode)
            try Durably.move(draft.path, to: target.path)
        }
        try Durably.flushFolder(target.deletingLastPathComponent().path)
    }

    /// The package as a zip archive, ready for a download. The same package gives the same bytes.
    public func zipped() throws(PackageFault) -> [UInt8] {
        try ZipWriter.bytes(of: files)
    }

    /// The place to write to, behind any links, in a folder that exists.
    private static func target(_ path: String) throws(PackageFault) -> URL {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let parent = target.deletingLastPathComponent().path
        guard try FolderEntry.kind(of: parent) == .folder else { throw .notAFolder(parent) }
        return target
    }

    private func writeFolder(_ path: String, readers: Readers) throws(PackageFault) {
        try Durably.makeFolder(path, mode: readers.folderMode)
        var folders = [path]
        for file in files {
            for folder in file.folders.map({ path + "/" + $0 }) where !folders.contains(folder) {
                try Durably.makeFolder(folder, mode: readers.folderMode)
                folders.append(folder)
            }
            try Durably.writeFile(file.bytes, at: path + "/" + file.name, mode: readers.fileMode)
        }
        for folder in folders.reversed() { try Durably.flushFolder(folder) }
    }

    /// Leaves nothing half-written behind when the work fails.
    private func whole(_ draft: URL, _ work: () throws(PackageFault) -> Void) throws(PackageFault) {
        do throws(PackageFault) {
            try work()
        } catch {
            if FileManager.default.fileExists(atPath: draft.path) { try Durably.remove(draft.path) }
            throw error
        }
    }

    private func holdsOlderPackage(_ path: String, mark: String) throws(PackageFault) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        guard try FolderEntry.kind(of: path) == .folder else { throw .placeTaken(path) }
        let present = try PackageFolder.names(in: path)
        guard let first = present.first else { return true }
        guard present.contains(mark) else { throw .folderInUse(path, foreign: first) }
        let ours = Set(files.map(\.name))
        if let foreign = present.first(where: { !$0.hasSuffix(".json") && !ours.contains($0) }) {
            throw .folderInUse(path, foreign: foreign)
        }
        return true
    }

    private func refuseUnlessArchive(_ path: String) throws(PackageFault) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard try FolderEntry.kind(of: path) == .file else { throw .placeTaken(path) }
        let beginning = try FolderEntry.beginning(of: path)
        guard beginning.isEmpty || beginning.starts(with: Array("PK".utf8)) else {
            throw .placeTaken(path)
        }
    }
}

extension PackageFiles.File {
    /// The folders that must be there before the file, outermost first.
    fileprivate var folders: [String] {
        let parts = name.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }
}

extension URL {
    /// A hidden name beside the target, so that moving the draft to its place stays on one disk.
    fileprivate var draftBeside: URL {
        let name = ".\(lastPathComponent).\(String(UInt64.random(in: .min ... .max), radix: 36))"
        return deletingLastPathComponent().appendingPathComponent(name)
    }
}

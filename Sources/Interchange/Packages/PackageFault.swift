// SPDX-License-Identifier: EUPL-1.2

/// Why a package was not read or not written. A closed list, so that a page can say it in the reader's language.
public enum PackageFault: Error, Equatable, Sendable {
    case notFound(String)
    case unreadable(String, reason: String)
    case notAFolder(String)
    case notAPlainFile(String)
    case unsafeName(String)
    case duplicateName(String)
    case tooManyFiles(limit: Int)
    case fileTooLarge(String, limit: Int)
    case tooLarge(limit: Int)
    case growsTooMuch(String)
    case encrypted(String)
    case damagedArchive(reason: String)
    case folderInUse(String, foreign: String)
    /// A plain file stands where the package should go, or a folder where its archive should.
    case placeTaken(String)
    case unwritable(String, reason: String)
}

extension PackageFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notFound(let path):
            "there is nothing at \(path)"
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason)"
        case .notAFolder(let path):
            "\(path) is no folder"
        case .notAPlainFile(let name):
            "\(name) is a link or device; a package holds plain files only"
        case .unsafeName(let name):
            "a package must not hold a file called \"\(name)\""
        case .duplicateName(let name):
            "the package holds \(name) twice"
        case .tooManyFiles(let limit):
            "the package holds more than \(limit) files"
        case .fileTooLarge(let name, let limit):
            "\(name) is larger than \(limit >> 20) MiB"
        case .tooLarge(let limit):
            "the package is larger than \(limit >> 20) MiB"
        case .growsTooMuch(let name):
            "the archive grows far beyond its size while \(name) is unpacked; it may be made to do harm"
        case .encrypted(let name):
            "\(name) is encrypted; the archive must have no password"
        case .damagedArchive(let reason):
            "this is no zip archive or it is damaged: \(reason)"
        case .folderInUse(let path, let foreign):
            "\(path) is not replaced: \(foreign) in it is not part of a package"
        case .placeTaken(let path):
            "\(path) is not replaced: it is no package"
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason)"
        }
    }
}

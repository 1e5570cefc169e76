// SPDX-License-Identifier: EUPL-1.2

import Storage

/// How a programme answers: whether a second person must release each answer.
public struct ReplySetting: Equatable, Sendable {
    public let needsRelease: Bool

    /// Whoever may answer answers.
    public static let usual = ReplySetting(needsRelease: false)

    public init(needsRelease: Bool) {
        self.needsRelease = needsRelease
    }

    /// The names of the fields in the form.
    public enum Field {
        public static let needsRelease = "freigabe"
    }
}

/// The programme office says how its offices answer.
public struct ChangeReplySetting: Sendable {
    private let setting: ReplySetting
    private let programme: String

    public init(_ setting: ReplySetting, in programme: String) {
        self.setting = setting
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.maySetReplies(in: programme).check()
        try setting.save(of: programme, db)
    }
}

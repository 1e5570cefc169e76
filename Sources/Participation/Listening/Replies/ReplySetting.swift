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
        public static let days = "tage"
        public static let needsRelease = "freigabe"
    }
}

/// The programme office says how its offices answer and how long they have. What is owed already keeps its day.
public struct ChangeReplySetting: Sendable {
    private let setting: ReplySetting
    private let days: String?
    private let programme: String

    /// - Parameter days: as they were typed
    public init(_ setting: ReplySetting, days: String?, in programme: String) {
        self.setting = setting
        self.days = days
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.maySetReplies(in: programme).check()
        guard let days = days.flatMap({ Int64($0) }), (1...Self.mostDays).contains(days) else {
            throw InvalidForm([.init(ReplySetting.Field.days, "days-out-of-range", limit: Int(Self.mostDays))])
        }
        try ListeningRule(replyDays: days).store(in: programme, db)
        try setting.save(of: programme, db)
    }

    /// A year, which is longer than anybody should wait.
    private static let mostDays: Int64 = 366
}

// SPDX-License-Identifier: EUPL-1.2

/// What was typed to merge an idea into another.
public struct MergeForm: Equatable, Sendable {
    /// The number of the idea that goes on.
    public var target: String?
    /// What whoever handed the idea in reads as its answer.
    public var reason: String?

    public init(target: String?, reason: String?) {
        self.target = target
        self.reason = reason
    }

    public enum Field {
        public static let target = "ziel"
        public static let reason = "ziel-grund"
    }

    /// - Parameters:
    ///   - number: the number of the idea itself, which is no other idea
    ///   - find: the public idea with a number
    func validated(
        notInto number: Int64, find: (Int64) throws -> IdeaFile?
    ) throws -> (target: IdeaFile, reason: String) {
        var check = FormCheck()
        let typed = check.line(target, field: Field.target, missing: "target-missing", limit: 20)
        var found: IdeaFile?
        if let typed {
            found = try Int64(typed.filter { $0 != "#" }).flatMap { $0 == number ? nil : try find($0) }
            if found == nil { check.add(Field.target, "target-unknown") }
            if found?.mergedIntoID != nil { check.add(Field.target, "target-is-merged") }
        }
        let reason = check.passage(
            reason, field: Field.reason, missing: "reason-missing", limit: ReplyForm.longestText)
        try check.finish()
        guard let found else { throw InvalidForm([.init(Field.target, "target-unknown")]) }
        return (found, reason ?? "")
    }
}

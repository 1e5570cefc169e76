// SPDX-License-Identifier: EUPL-1.2

/// A merging as it was done here, with what was before.
struct IdeaMerge: Equatable, Sendable {
    let id: String
    let idea: String
    let target: String
    let stateBefore: IdeaState
    let outcomeBefore: String?
    let targetStateBefore: IdeaState
    /// The duty that was passed on or met by the merging.
    let duty: String?
    let dutyReasonBefore: String?
    /// The duty of the other idea that came to be or whose day came nearer.
    let targetDuty: String?
    /// Nil where the duty came to be by the merging.
    let targetDueBefore: PartialDate?
}

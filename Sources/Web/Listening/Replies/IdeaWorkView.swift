// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// All that the page of one idea shows to those who answer it; the number of statements does not depend on the idea.
struct IdeaWorkView: Sendable {
    let file: IdeaFile
    let replies: [Idea.Reply]
    let history: [StateChange]
    let extensions: [DutyExtension]
    let templates: [ReplyTemplate]
    let offices: [DutyOffice]
    let forums: [IdeaForum]
    /// The idea that goes on, where this one was merged into it.
    let target: MatterSummary?
    /// The office in whose name an answer would usually be given.
    let usualOffice: String?
    let setting: ReplySetting
    let excerpt: ThreadExcerpt?
    let today: PartialDate

    static func load(
        _ file: IdeaFile, in programme: String, on today: PartialDate, _ context: SiteContext, _ db: Connection
    ) throws -> IdeaWorkView {
        let offices = try DutyOffice.all(in: programme, db)
        let duties = [file.duty?.id].compactMap { $0 }
        return IdeaWorkView(
            file: file, replies: try Idea.replies(to: file.id, db), history: try StateChange.list(of: file.id, db),
            extensions: try DutyExtension.list(of: duties, in: programme, db).flatMap(\.value),
            templates: try ReplyTemplate.list(in: programme, db), offices: offices,
            forums: try IdeaForum.list(in: programme, db),
            target: try MatterSummary.list([file.mergedIntoID].compactMap { $0 }, in: programme, db).first,
            usualOffice: offices.first { $0.id == file.draft?.officeID ?? file.duty?.officeID }?.key,
            setting: try ReplySetting.load(of: programme, db),
            excerpt: try ThreadExcerpt.load(file.id, in: programme, context, db), today: today)
    }
}

/// What came with a form of the page, and how it went.
struct IdeaWorkForms: Sendable {
    /// The field that says which version of the idea was seen.
    static let version = "stand"
    /// The button that puts a text block into the answer, and the choice of the block.
    static let insertion = "einsetzen"
    static let chosenTemplate = "textbaustein"

    var reply: ReplyForm?
    var template: String?
    var extend: ExtensionForm?
    var passOn: PassOnForm?
    var merge: MergeForm?
    var split: SplitForm?
    /// The form that was refused.
    var failed: IdeaWorkForm?
    /// What has just been done.
    var done: IdeaWorkForm?
}

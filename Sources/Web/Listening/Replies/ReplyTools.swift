// SPDX-License-Identifier: EUPL-1.2

import Participation

extension WorkPage.Tool {
    /// The way to the inbox, with what is overdue there, or else with what is open.
    init(_ owed: IdeaInbox.Tally, in context: SiteContext) {
        let overdue = owed.overdue > 0 ? context.text("replies.work.overdue", count: owed.overdue) : nil
        let open = owed.open > 0 ? context.text("replies.work.open", count: owed.open) : nil
        self.init(
            title: context.text("replies.inbox.heading"), link: context.links.to(ReplyPaths.inbox),
            text: context.text("replies.work.inbox-text"), count: overdue ?? open)
    }

    /// The way to taking down ideas for others, for those who may.
    static func capture(in context: SiteContext) -> Self? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayCaptureIdeas(in: programme).isAllowed else { return nil }
        return Self(
            title: context.text("capture.heading"), link: context.links.to(CapturePaths.capture),
            text: context.text("capture.tool"), count: nil)
    }

    /// The way to reading in whole tables, for those who may.
    static func imports(in context: SiteContext) -> Self? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.mayImportIdeas(in: programme).isAllowed else { return nil }
        return Self(
            title: context.text("capture.import.heading"), link: context.links.to(CapturePaths.imports),
            text: context.text("capture.import.tool"), count: nil)
    }

    /// The way to the rules of answering, for those who set them.
    static func replySetting(in context: SiteContext) -> Self? {
        let programme = context.currentProgramme?.id ?? ""
        guard context.visitor.maySetReplies(in: programme).isAllowed else { return nil }
        return Self(
            title: context.text("replies.setting.heading"), link: context.links.to(ReplyPaths.setting),
            text: context.text("replies.work.setting-text"), count: nil)
    }
}

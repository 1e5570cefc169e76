// SPDX-License-Identifier: EUPL-1.2

/// What those can do who work in a forum, before anything is public.
public enum ForumAct: CaseIterable, Sendable {
    /// To see the desk, the notes and the drafts.
    case read
    /// To write notes.
    case discuss
    /// To move and bundle ideas.
    case arrange
    /// To begin and write proposals, and to hand them over for publication.
    case write
    /// To publish a proposal, or to give it back.
    case publish
}

extension Visitor {
    /// Members of a forum read and discuss; its lead and co-moderators do everything but publish, which is the
    /// programme office's.
    public func may(_ act: ForumAct, inForum forum: String, of programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if holds(anyOf: [.programmeOffice, .administrator], in: programme) { return .allowed }
        let runs = holds(anyOf: [.forumLead, .forumCoModerator], in: programme, for: forum)
        let takesPart = runs || holds(.forumMember, in: programme, for: forum)
        guard takesPart else { return .refused("forum-only-for-its-people") }
        switch act {
        case .read, .discuss: return .allowed
        case .arrange, .write: return runs ? .allowed : .refused("forum-only-for-lead")
        case .publish: return .refused("publish-only-by-programme-office")
        }
    }

    /// To see the forums in which one works.
    public func mayWorkInForums(of programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let working: [Role] = [.forumMember, .forumLead, .forumCoModerator, .programmeOffice, .administrator]
        let works = roles(in: programme).contains { working.contains($0.role) }
        return works ? .allowed : .refused("forum-only-for-its-people")
    }

    /// To do something with a draft: what has been handed over lies with the programme office, what is published stays
    /// as it is.
    public func may(_ act: ForumAct, _ draft: ProposalDraft, of programme: String) -> Permission {
        let permission = may(act, inForum: draft.forum, of: programme)
        guard permission.isAllowed else { return permission }
        switch (act, draft.state) {
        case (.read, _), (.discuss, _), (.write, .draft), (.publish, .submitted): return .allowed
        case (_, .published): return .refused("draft-is-published")
        case (.write, .submitted): return .refused("draft-is-submitted")
        case (.publish, .draft): return .refused("draft-not-submitted")
        case (.arrange, _): return .refused("forum-only-for-lead")
        }
    }
}

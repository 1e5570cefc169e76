// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The button by which one follows a matter, on the page of the matter. Template `Notices/follow`.
struct FollowButton: Sendable {
    let label: String
    /// What following means, or that one does.
    let note: String
    /// For those who are signed in: what the form asks for.
    let form: Form?
    /// For guests: leads to signing in, and back.
    let link: String?

    struct Form: Sendable {
        let action: String
        let wanted: String
    }

    /// The field of the form.
    static let field = "verfolgen"
    static let yes = "ja"
    static let no = "nein"

    static let sample = FollowButton(
        label: "Verfolgen", note: "Wir sagen Ihnen, was daraus wird.",
        form: Form(action: "/folgen/idee/8", wanted: "ja"), link: "/folgen/idee/8")
}

extension FollowButton {
    /// One statement for whoever is signed in, none for guests. Nil for kinds that do not go on.
    static func load(
        _ kind: MatterKind, _ matter: String, number: Int64, _ context: SiteContext, _ db: Connection
    ) throws -> FollowButton? {
        guard let path = NoticePaths.follow(kind, number).map({ context.links.to($0) }) else { return nil }
        guard let person = context.visitor.person else {
            return FollowButton(
                label: context.text("notices.follow.begin"), note: context.text("notices.follow.note"), form: nil,
                link: path)
        }
        let isFollowing = try Follow.isFollowing(person: person.id, matter: matter, in: db)
        let state = isFollowing ? "end" : "begin"
        return FollowButton(
            label: context.text("notices.follow.\(state)"),
            note: context.text(isFollowing ? "notices.follow.following" : "notices.follow.note"),
            form: Form(action: path, wanted: isFollowing ? no : yes), link: nil)
    }
}

extension MatterFrame {
    /// The same frame with the button by which one follows the matter, and with the way to pass it on.
    func following(
        _ kind: MatterKind, _ matter: String, number: Int64, _ context: SiteContext, _ db: Connection
    ) throws -> MatterFrame {
        var frame = self
        frame.follow = try FollowButton.load(kind, matter, number: number, context, db)
        if let list = MatterPaths.list(kind) {
            let path = "\(list)/\(number)"
            frame.share = ShareBox(self, path: path, in: context)
            if !Remark.subjects.contains(kind) {
                frame.flag = context.links.to(ModerationPaths.flag, [ModerationPaths.aboutField: path])
            }
        }
        return frame
    }
}

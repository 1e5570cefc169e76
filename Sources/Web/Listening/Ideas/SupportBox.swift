// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// How many support an idea, and the button to be one of them. Template `Ideas/support`.
struct SupportBox: Sendable {
    let count: String
    /// Nil where nothing can be supported any more.
    let button: Button?

    struct Button: Sendable {
        let label: String
        /// For those who are signed in: what the form asks for.
        let form: Form?
        /// For guests: leads to signing in, and back.
        let link: String?
    }

    struct Form: Sendable {
        let action: String
        let wanted: String
    }

    /// The field of the form.
    static let field = "unterstuetzen"
    static let yes = "ja"
    static let no = "nein"

    static let sample = SupportBox(
        count: "12 Unterstützungen",
        button: Button(
            label: "Unterstützen", form: Form(action: "/ideen/8/unterstuetzung", wanted: "ja"),
            link: "/ideen/8/unterstuetzung"))
}

extension SupportBox {
    /// One statement for whoever is signed in, none for guests.
    static func load(_ idea: Idea, _ context: SiteContext, _ db: Connection) throws -> SupportBox {
        let count = context.text("ideas.supports", count: idea.supports ?? 0)
        guard idea.mergedIntoID == nil else { return SupportBox(count: count, button: nil) }
        let path = context.links.to(IdeaPaths.support(idea.number))
        guard let person = context.visitor.person else {
            return SupportBox(
                count: count, button: Button(label: context.text("ideas.support.begin"), form: nil, link: path))
        }
        let isSupporting = try Support.has(person.id, idea: idea.id, in: db)
        return SupportBox(
            count: count,
            button: Button(
                label: context.text(isSupporting ? "ideas.support.end" : "ideas.support.begin"),
                form: Form(action: path, wanted: isSupporting ? no : yes), link: nil))
    }
}

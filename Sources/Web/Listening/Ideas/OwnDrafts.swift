// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// The part of one's own page that lists ideas one has begun. Template `Ideas/own`.
struct OwnDrafts: Sendable {
    let formKey: String
    let rows: [Row]

    struct Row: Sendable {
        let title: String
        let link: String
        let about: String
        let discard: String
        /// What the button says to those who hear it without the row.
        let discardLabel: String
    }

    static let sample = OwnDrafts(
        formKey: "1.2.3",
        rows: [
            Row(
                title: "Mehr Bänke", link: "/ideen/neu?entwurf=1", about: "zuletzt geändert am 3. Mai, 14:05 Uhr",
                discard: "/mein/entwuerfe/1/verwerfen", discardLabel: "Mehr Bänke")
        ])
}

extension OwnDrafts {
    /// Nil where nothing was begun.
    static func load(
        of person: Person, in programme: String, formKey: String, _ context: SiteContext, _ db: Connection
    ) throws -> OwnDrafts? {
        let begun = try BegunIdea.list(of: person.id, in: programme, db)
        return begun.isEmpty ? nil : OwnDrafts(formKey: formKey, rows: begun.map { Row($0, in: context) })
    }
}

extension OwnDrafts.Row {
    fileprivate init(_ begun: BegunIdea, in context: SiteContext) {
        title = begun.form.title ?? context.text("ideas.drafts.untitled")
        link = context.links.to(IdeaPaths.new, [IdeaForm.Field.begun: begun.id])
        about = context.text(
            "ideas.drafts.changed",
            ["date": context.notation.date(begun.changedAt.day), "time": begun.changedAt.timeOfDay])
        discard = context.links.to(IdeaPaths.discard(begun.id))
        discardLabel = title
    }
}

/// `/mein/entwuerfe/…`: an idea that was begun goes.
struct OwnDraftRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.post(RouterPath(IdeaPaths.discard), use: discard)
    }

    @Sendable
    private func discard(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let place = context.links.to(PeoplePaths.own)
        do {
            _ = try site.formKey(Self.form, sentIn: sent, context)
            let discarding = DiscardBegunIdea(try context.parameter("id"), in: try context.programme.id)
            let visitor = context.visitor
            try await site.write { db in try discarding.run(as: visitor, in: db) }
            return .seeOther(place)
        } catch is InvalidForm {
            // Nothing was typed that could get lost: the page comes back with a fresh button.
            return .seeOther(place)
        }
    }

    /// The name of the form, of which a page holds several with one key: to discard twice is to discard once.
    static let form = "idea-draft"
}

// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// The files of an application, for those who may read it: the applicant, the offices, and reviewers who have denied a
/// conflict of interest.
struct ApplicationFileRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ApplicationPaths.ownCase + ApplicationPaths.file), use: own)
        table.get(RouterPath(ApplicationPaths.deskCase + ApplicationPaths.file), use: atDesk)
        table.get(RouterPath(ApplicationPaths.review + ApplicationPaths.file), use: underReview)
    }

    @Sendable
    private func own(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        return try await file(of: try context.parameter("id"), request, context) { application in
            try visitor.mayApply(for: application.organisation, in: programme).check()
        }
    }

    @Sendable
    private func atDesk(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.maySeeApplications(in: programme).check()
        return try await file(of: try context.parameter("id"), request, context) { application in
            guard application.state != .draft else { throw PageFault.notFound }
        }
    }

    @Sendable
    private func underReview(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, id) = (context.visitor, try context.parameter("id"))
        let review = try await site.read { db in try ApplicationReview.find(id, db) }
        guard let review else { throw PageFault.notFound }
        try visitor.mayReadUnderReview(review).check()
        return try await file(of: review.caseID, request, context) { _ in }
    }

    private func file(
        of id: String, _ request: Request, _ context: SiteContext, asking: (ApplicationCase) throws -> Void
    ) async throws -> Response {
        let (programme, number) = (try context.programme.id, try context.number())
        let found = try await site.read { db in
            try ApplicationCase.find(id, in: programme, db).map { ($0, try $0.files(in: programme, db)) }
        }
        guard let (application, files) = found else { throw PageFault.notFound }
        try asking(application)
        guard let document = files.first(where: { $0.number == number }) else { throw PageFault.notFound }
        return try await site.file(of: document, to: request, context)
    }
}

extension ApplicationCase {
    /// What was handed in with it.
    func files(in programme: String, _ db: Connection) throws -> [Document] {
        guard let application else { return [] }
        return try Document.listForOffice(of: application, in: programme, db)
    }
}

extension Site {
    /// Writes to whoever is asked for a review, in their language.
    func reviewLetters(
        in programme: String, _ programmes: [SiteProgramme]
    ) -> @Sendable (ReviewInvitation) throws -> Letter {
        { invitation in
            let context = SiteContext.forMail(
                to: invitation.language, programmes.first { $0.id == programme }, self)
            return try letter(LetterPage(invitation, in: context), in: context)
        }
    }
}

extension LetterPage {
    fileprivate init(_ invitation: ReviewInvitation, in context: SiteContext) {
        let day = context.notation.date(invitation.dueOn)
        self.init(
            subject: context.text("applications.review.letter.subject", ["day": day]),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("applications.review.letter.text", ["call": invitation.call, "day": day]),
                context.text("applications.review.letter.blind"),
            ],
            action: Action(
                label: context.text("applications.review.letter.action"),
                link: context.links.absolute(ApplicationPaths.reviews)), code: nil,
            closing: [context.text("forms.letter.automatic")],
            signature: context.currentProgramme?.name(in: context.language) ?? "Dreiklang")
    }
}

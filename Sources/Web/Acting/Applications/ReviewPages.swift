// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/mein/gutachten`: what one was asked to review.
struct ReviewListPage: Page {
    static let template = "Applications/reviews"
    let heading: String
    let list: Section
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ReviewListPage(
        heading: "Gutachten", list: .sample, crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension ReviewListPage {
    init(_ reviews: [(ApplicationReview, ApplicationCase)], in context: SiteContext) {
        heading = context.text("applications.review.heading")
        list = Section(
            heading,
            bullets: reviews.map { review, application in
                Section.Bullet(
                    "\(application.organisationName): \(application.content.title)",
                    link: context.links.to(ApplicationPaths.review(review.id)),
                    details: [
                        context.text("applications.review.state.\(review.state.rawValue)"),
                        context.text("applications.review.due", ["day": context.notation.date(review.dueOn)]),
                    ].joined(separator: " · "))
            }, note: reviews.isEmpty ? context.text("applications.review.nothing") : nil)
        crumbs = [Crumb(label: context.text("people.own.crumb"), link: context.links.to(PeoplePaths.own))]
    }
}

/// `/mein/gutachten/ID`: first whether there is a conflict of interest, then the application, then the points.
struct ReviewPage: Page {
    static let template = "Applications/review"
    let heading: String
    let standing: String
    let summary: ErrorSummary?
    let question: Question?
    let sheet: ApplicationSheet?
    let form: Form?
    let given: Section?
    let crumbs: [Crumb]

    /// Whether there is a conflict of interest; asked before anything is shown.
    struct Question: Sendable {
        let accept: String
        let declare: String
        let formKey: String
        let conflict: FormField
        let mayAccept: Bool
    }

    struct Form: Sendable {
        let action: String
        let formKey: String
        let criteria: [Criterion]
        let summary: FormField
    }

    struct Criterion: Sendable {
        let text: String
        let points: ChoiceField
        let reason: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = ReviewPage(
        heading: "Gutachten", standing: "angefragt", summary: .sample,
        question: Question(accept: "/x", declare: "/y", formKey: "1", conflict: .sample, mayAccept: true),
        sheet: .sample,
        form: Form(
            action: "/x", formKey: "1", criteria: [Criterion(text: "Eigenanteil", points: .sample, reason: .sample)],
            summary: .sample), given: .sample, crumbs: [Crumb(label: "Mein Bereich", link: "/mein")])
}

extension ReviewPage {
    init(
        _ review: ApplicationReview, _ application: ApplicationCase, _ files: [Document], _ sent: Query?,
        _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        typealias Field = WriteReview.Field
        let address = context.links.to(ApplicationPaths.review(review.id))
        let isOpen = application.state == .underReview
        heading = "\(application.organisationName): \(application.content.title)"
        standing = [
            context.text("applications.review.state.\(review.state.rawValue)"),
            context.text("applications.review.due", ["day": context.notation.date(review.dueOn)]),
        ].joined(separator: " · ")
        summary = faults.summary
        question =
            isOpen && (review.state == .invited || review.state == .accepted)
            ? Question(
                accept: "\(address)/annahme", declare: "\(address)/befangenheit", formKey: formKey,
                conflict: FormField(
                    name: Field.conflict, label: context.text("applications.review.conflict"),
                    value: sent?.text(Field.conflict) ?? "", fault: faults[Field.conflict], isRequired: true, rows: 3),
                mayAccept: review.state == .invited) : nil
        sheet =
            context.visitor.mayReadUnderReview(review).isAllowed
            ? ApplicationSheet(application, files, at: ApplicationPaths.review(review.id), in: context) : nil
        form =
            isOpen && review.state == .accepted
            ? Form(
                action: "\(address)/abgabe", formKey: formKey,
                criteria: application.call.criteria.enumerated().map { index, text in
                    Criterion(text, number: index + 1, sent, faults, in: context)
                },
                summary: FormField(
                    name: Field.summary, label: context.text("applications.review.summary"),
                    value: sent?.text(Field.summary) ?? "", fault: faults[Field.summary], isRequired: true, rows: 5))
            : nil
        given =
            review.state == .submitted
            ? Section(
                context.text("applications.review.given"),
                bullets: zip(application.call.criteria, review.scores).map { criterion, score in
                    Section.Bullet("\(criterion): \(score.points)", details: score.reason)
                }, note: review.summary) : nil
        crumbs = [
            Crumb(label: context.text("people.own.crumb"), link: context.links.to(PeoplePaths.own)),
            Crumb(
                label: context.text("applications.review.heading"), link: context.links.to(ApplicationPaths.reviews)),
        ]
    }
}

extension ReviewPage.Criterion {
    fileprivate init(_ text: String, number: Int, _ sent: Query?, _ faults: FormFaults, in context: SiteContext) {
        typealias Field = WriteReview.Field
        self.text = text
        points = ChoiceField(
            name: Field.points(number), label: context.text("applications.review.score"),
            chosen: sent?.text(Field.points(number)), prompt: context.text("capture.choose"),
            options: (0...WriteReview.mostPoints).map { (value: String($0), label: String($0)) },
            fault: faults[Field.points(number)])
        reason = FormField(
            name: Field.reason(number), label: context.text("applications.review.reason"),
            value: sent?.text(Field.reason(number)) ?? "", fault: faults[Field.reason(number)], isRequired: true,
            rows: 3)
    }
}

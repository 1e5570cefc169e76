// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form by which a statement is written.
struct StatementEntryPage: Page {
    static let template = "Statements/entry"
    let heading: String
    let consultation: Section.More
    let party: String
    let summary: ErrorSummary?
    let notices: [Notice]
    let facts: Facts
    let conflict: StatementConflict?
    let form: StatementFields?
    /// What has been written, for reading only, when nothing can be changed any more.
    let reading: StatementConflict?
    let withdrawal: Withdrawal?
    let others: [Section.More]
    let crumbs: [Crumb]

    /// The keys of the two forms of the page.
    struct Keys {
        let form: String
        let withdrawal: String
    }

    struct Withdrawal: Sendable {
        let action: String
        let formKey: String
        let key: String?
        let party: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = StatementEntryPage(
        heading: "Ihre Stellungnahme", consultation: Section.More(label: "Anhörung", link: "/beteiligungen/1"),
        party: "Jugendrat", summary: .sample, notices: [.sample], facts: .sample, conflict: .sample, form: .sample,
        reading: .sample,
        withdrawal: Withdrawal(action: "/ruecknahme", formKey: "1.2.3", key: "abc", party: "1"),
        others: [Section.More(label: "Stadt Neuenfeld", link: "/")],
        crumbs: [Crumb(label: "Beteiligungen", link: "/beteiligungen")])
}

/// What somebody else saved meanwhile, beside what was typed.
struct StatementConflict: Sendable {
    let heading: String
    let text: Text?
    let points: [String]

    struct Text: Sendable {
        let paragraphs: [String]
    }

    static let sample = StatementConflict(
        heading: "Das hat jemand anders gespeichert", text: Text(paragraphs: ["Wir begrüßen den Vorschlag."]),
        points: ["Anregung: Busse sollen auch sonntags fahren."])
}

extension StatementEntryPage {
    init(
        _ desk: StatementDesk, _ form: StatementForm, _ faults: FormFaults, files: [AttachmentDraft],
        theirs: StatementDraft?, keys: Keys, in context: SiteContext
    ) {
        let (rules, mayWrite) = (desk.rules, desk.permission.isAllowed)
        let submitted = desk.draft?.submitted
        heading = context.text("statements.entry.heading")
        consultation = Section.More(label: rules.title, link: context.links.to("/beteiligungen/\(rules.number)"))
        party = context.text("statements.entry.for", ["name": desk.writer.party.name])
        summary = faults.summary
        notices = Self.notices(desk, isConflict: theirs != nil, in: context)
        facts = Self.facts(desk, in: context)
        conflict = theirs.map { StatementConflict($0.form, "statements.entry.theirs", desk.places, in: context) }
        self.form =
            mayWrite
            ? StatementFields(
                form, faults, desk.places, files: files, handedIn: desk.handedIn,
                action: context.links.to(StatementPaths.entry(rules.number)),
                formKey: keys.form, key: desk.key, party: desk.writer.party.id, in: context) : nil
        reading =
            mayWrite || desk.draft == nil
            ? nil : StatementConflict(form, "statements.entry.yours", desk.places, in: context)
        withdrawal =
            mayWrite && submitted != nil && submitted?.state != .withdrawn
            ? Withdrawal(
                action: context.links.to(StatementPaths.withdrawal(rules.number)), formKey: keys.withdrawal,
                key: desk.key, party: desk.writer.party.id) : nil
        others = desk.others.map { party in
            Section.More(
                label: party.name,
                link: StatementPlaceLink(rules.number, key: nil, party: party.id, in: context).link)
        }
        crumbs = [
            Crumb(label: context.text("site.navigation.consultations"), link: context.links.to("/beteiligungen")),
            Crumb(label: rules.title, link: context.links.to("/beteiligungen/\(rules.number)")),
        ]
    }

    private static func notices(_ desk: StatementDesk, isConflict: Bool, in context: SiteContext) -> [Notice] {
        var notices: [Notice] = []
        if isConflict {
            notices.append(
                Notice(
                    context.text("statements.entry.conflict"),
                    heading: context.text("statements.entry.conflict-heading"),
                    tone: .warning))
        }
        if case .refused(let refusal) = desk.permission {
            notices.append(Notice(context.text(refusal), tone: .warning))
        }
        if let submitted = desk.draft?.submitted {
            let words =
                submitted.state == .withdrawn ? "statements.entry.is-withdrawn" : "statements.entry.is-submitted"
            notices.append(
                Notice(
                    context.text(
                        words,
                        [
                            "number": submitted.fileNumber ?? "–",
                            "moment": submitted.submittedAt.map { context.moment($0.text) } ?? "–",
                        ]), tone: submitted.state == .withdrawn ? .warning : .good))
        } else if desk.draft?.state == .releasedInternally {
            notices.append(Notice(context.text("statements.entry.is-released"), tone: .good))
        } else if desk.draft != nil {
            notices.append(Notice(context.text("statements.entry.is-draft")))
        }
        return notices + [Notice(context.text("consultations.not-decided"))]
    }

    private static func facts(_ desk: StatementDesk, in context: SiteContext) -> Facts {
        let deadline = desk.rules.deadline(for: desk.writer.party)
        let fields = desk.rules.heardFields.map { field in
            Facts.Value(
                text: context.text("statements.entry.heard-field", ["name": field.name]),
                link: context.links.to("/beteiligungen/\(desk.rules.number)") + "#handlungsfelder")
        }
        return Facts(entries: [
            Facts.Entry(
                context.text("statements.entry.deadline"),
                deadline.map { context.text("statements.entry.until", ["day": context.notation.date($0)]) }
                    ?? context.text("design.unknown")),
            Facts.Entry(
                context.text("consultations.plan.proposals"),
                desk.rules.documents.map { document in
                    Facts.Value(
                        text: context.text(
                            "consultations.plan.version",
                            [
                                "title": document.title,
                                "version": document.version.map { context.notation.number($0) } ?? "–",
                            ]),
                        link: document.version.map {
                            context.links.to("/vorschlaege/\(document.number)/fassungen/\($0)")
                        })
                } + fields),
        ])
    }
}

extension StatementConflict {
    init(_ form: StatementForm, _ heading: String, _ places: [StatementPlace], in context: SiteContext) {
        self.heading = context.text(heading)
        text = form.text.map { Text(paragraphs: $0.split(separator: "\n").map(String.init)) }
        points = form.points.filter { $0.text != nil }.map { point in
            let place = point.place.flatMap { key in places.first { $0.key == key } }
            let kind = point.kind.map { context.word(.pointKind, $0) }
            let words = [kind, place.map { $0.label(in: context) }].compactMap { $0 }.joined(separator: ", ")
            let wording = point.wording.map { " → \($0)" } ?? ""
            return "\(words): \(point.text ?? "")\(wording)"
        }
    }
}

extension StatementPlace {
    /// "Landbus Aue, Absatz 3".
    func label(in context: SiteContext) -> String {
        guard fieldDraft == nil else { return context.text("statements.entry.heard-field", ["name": title]) }
        guard let label else { return context.text("statements.entry.whole", ["title": title]) }
        return context.text("statements.entry.paragraph", ["title": title, "label": label])
    }
}
